import type { EditorChoice, InitParts } from './init-flags.ts';

/** The questions of `chartlint init`. Undefined when the user wants out. */
export interface Questions {
  parts(suggested: InitParts): Promise<InitParts | undefined>;
  confirm(files: number): Promise<boolean | undefined>;
}

/** Asks on the terminal. The prompts are loaded only here. */
export async function terminalQuestions(): Promise<Questions> {
  const { confirm, isCancel, multiselect, select } = await import('@clack/prompts');
  return {
    async parts(suggested) {
      const parts = await multiselect({
        message: 'What should chartlint set up?',
        options: [
          { value: 'config', label: 'Configuration', hint: 'chartlint.config.yaml' },
          { value: 'editor', label: 'Editor', hint: 'completion, hover text and diagnostics from schemas' },
          { value: 'preCommit', label: 'pre-commit hook', hint: '.pre-commit-config.yaml' },
          { value: 'workflow', label: 'GitHub workflow', hint: '.github/workflows/chartlint.yml' },
        ],
        initialValues: [
          ...(suggested.config ? ['config'] : []),
          ...(suggested.editor === 'none' ? [] : ['editor']),
          ...(suggested.preCommit ? ['preCommit'] : []),
          ...(suggested.workflow ? ['workflow'] : []),
        ],
        required: false,
      });
      if (isCancel(parts)) return undefined;
      let editor: EditorChoice = 'none';
      if (parts.includes('editor')) {
        const chosen = await select<EditorChoice>({
          message: 'Which editor?',
          options: [
            { value: 'vscode', label: 'VS Code', hint: 'adds to .vscode/settings.json' },
            {
              value: 'modeline',
              label: 'Any with yaml-language-server',
              hint: 'a comment atop each values file',
            },
          ],
          initialValue: suggested.editor === 'modeline' ? 'modeline' : 'vscode',
        });
        if (isCancel(chosen)) return undefined;
        editor = chosen;
      }
      return {
        config: parts.includes('config'),
        editor,
        preCommit: parts.includes('preCommit'),
        workflow: parts.includes('workflow'),
      };
    },
    async confirm(files) {
      const answer = await confirm({
        message: `Write ${files === 1 ? 'this file' : `these ${files} files`}?`,
      });
      return isCancel(answer) ? undefined : answer;
    },
  };
}
