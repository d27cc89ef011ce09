import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toolOnPath } from './tool-on-path.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const available = toolOnPath('actionlint');

/** The workflows among the YAML blocks of the README. */
function workflowsInReadme(): string[] {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  return Array.from(readme.matchAll(/```yaml\n([\s\S]*?)```/g), ([, block]) => block ?? '').filter((block) =>
    /^jobs:/m.test(block),
  );
}

describe.skipIf(!available)(
  `actionlint${available ? '' : ' (skipped: actionlint is not on this machine)'}`,
  () => {
    it('accepts our own workflows, and every workflow of the README against our action.yml', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-actionlint-'));
      const workflows = path.join(folder, '.github', 'workflows');
      mkdirSync(workflows, { recursive: true });
      writeFileSync(path.join(folder, 'action.yml'), readFileSync(path.join(root, 'action.yml')));
      mkdirSync(path.join(folder, 'action'));
      writeFileSync(path.join(folder, 'action', 'index.mjs'), '');
      const examples = workflowsInReadme();
      expect(examples.length).toBeGreaterThan(0);
      examples.forEach((text, i) => {
        // actionlint checks inputs and outputs of actions in the same repository only.
        writeFileSync(
          path.join(workflows, `readme-${i}.yml`),
          text.replaceAll(/uses: chartlint\/chartlint@\S+/g, 'uses: ./'),
        );
      });
      const own = path.join(root, '.github', 'workflows');
      for (const name of readdirSync(own)) copyFileSync(path.join(own, name), path.join(workflows, name));
      spawnSync('git', ['init', '-q', folder]);
      const { status, stdout, stderr } = spawnSync('actionlint', ['-no-color'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(`${stdout}${stderr}`).toBe('');
      expect(status).toBe(0);
    });
  },
);
