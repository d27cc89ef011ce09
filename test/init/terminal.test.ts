import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toolOnPath } from '../integrations/tool-on-path.ts';
import { program } from '../program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const python = toolOnPath('python3');

describe.skipIf(!python)(`chartlint init on a terminal${python ? '' : ' (SKIPPED: no python3)'}`, () => {
  it('asks, shows the changes, and writes after a yes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-terminal-'));
    try {
      const values = path.join(folder, 'values.yaml');
      writeFileSync(values, 'colonies:\n  replicas: 3\n  serverid: ""\n');
      const prompts = ['What should chartlint set up?', 'Which editor?', 'Write these'];
      const steps = JSON.stringify(prompts.map((prompt) => [prompt, '\r']));
      const shown = execFileSync(
        'python3',
        [path.join(root, 'test', 'completion', 'press.py'), steps, ...program, 'init'],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, CI: '', TERM: 'xterm', TERM_PROGRAM: '' } },
      );
      expect(shown).toContain(
        '+# yaml-language-server: $schema=.chartlint/schemas/colonyos.overlay.schema.json',
      );
      expect(shown).toContain('Wrote 6 files.');
      expect(readFileSync(values, 'utf8')).toMatch(/^# yaml-language-server: /);
      expect(existsSync(path.join(folder, '.github', 'workflows', 'chartlint.yml'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
