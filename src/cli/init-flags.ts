import { Command, Option } from 'commander';
import { wrapNotes } from './wrap-notes.ts';

/** Where editors learn which schema a values file has. */
export const EDITORS = ['vscode', 'modeline', 'none'] as const;
export type EditorChoice = (typeof EDITORS)[number];

/** What is to be set up. */
export interface InitParts {
  readonly config: boolean;
  readonly editor: EditorChoice;
  readonly preCommit: boolean;
  readonly workflow: boolean;
}

/** The flags of `chartlint init`. */
export interface InitFlags extends Omit<InitParts, 'editor'> {
  readonly editor?: EditorChoice;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  chartlint init                        asks what to set up, shows every change, writes after a yes
  chartlint init --yes                  sets up everything without asking; VS Code as the editor
  chartlint init --dry-run              shows the changes and writes nothing
  chartlint init --yes --editor modeline --no-workflow

It writes chartlint.config.yaml, the entry in .pre-commit-config.yaml, .github/workflows/chartlint.yml and, for the editor,
schemas in .chartlint/schemas/ that .vscode/settings.json or a comment in each values file names. Files that are there
already are extended, never replaced. Run it again when a chart has changed.
`;

/** The command line of `chartlint init`. */
export function initCommand(): Command {
  return new Command('init')
    .description('Sets a repository up: configuration, editor, pre-commit hook, GitHub workflow.')
    .addOption(
      new Option(
        '--editor <name>',
        'vscode: .vscode/settings.json; modeline: a comment in each values file',
      ).choices(EDITORS),
    )
    .option('--no-config', 'no configuration file')
    .option('--no-pre-commit', 'no pre-commit hook')
    .option('--no-workflow', 'no GitHub workflow')
    .option('-y, --yes', 'ask nothing')
    .option('--dry-run', 'show the changes and write nothing')
    .addHelpText('after', wrapNotes(EXAMPLES));
}
