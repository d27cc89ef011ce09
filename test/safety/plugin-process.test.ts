import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { program } from '../program.ts';

const [command, ...before] = program;
const HEAD = `severity: 'error', recommended: true, docs: { summary: 's', why: 'w', source: 'x' }`;

/** Runs the built program with a plugin that does something when it is loaded, and something in one of its two rules. */
function lintWith(loading: string, body: string, pluginRule = 1000, guard = '') {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-plugin-'));
  try {
    mkdirSync(path.join(folder, '.git'));
    writeFileSync(
      path.join(folder, 'plugin.mjs'),
      `${loading}
      const plugin = { name: 'own', rules: [
        { id: 'bad', ${HEAD}, *check() { ${body} } },
        { id: 'good', ${HEAD}, *check() { yield { at: ['a'], problem: 'found' }; } },
      ] };
      export default new Proxy(plugin, { ${guard} });`,
    );
    writeFileSync(
      path.join(folder, '.chartlint.yaml'),
      `plugins: [./plugin.mjs]\nrules: { own/bad: on, own/good: on }\nlimits: { pluginRule: ${pluginRule} }\n`,
    );
    writeFileSync(path.join(folder, 'values.yaml'), 'a: 1\na: 2\n');
    return spawnSync(command, [...before, '--format', 'concise'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  ['ends the process in a timer', '', 'setTimeout(() => process.exit(0), 0)'],
  ['ends the process in a promise', '', 'Promise.resolve().then(() => process.exit(0))'],
  ['throws in a timer', '', "setTimeout(() => { throw new Error('late'); }, 0)"],
  ['rejects a promise', '', "Promise.reject(new Error('late'))"],
  ['ends the process by what Node itself calls for it', '', 'setTimeout(() => process.reallyExit(0), 0)'],
  ['aborts', '', 'setTimeout(() => process.abort(), 0)'],
  ['ends the process in a timer from its start', 'setTimeout(() => process.exit(0), 0);', ''],
])('a plugin that %s is named, and all else is reported', (_name, loading, body) => {
  const { status, stdout, stderr } = lintWith(loading, body);
  expect(stderr).toContain('The plugin "./plugin.mjs" failed outside of its rules');
  expect(stdout).toContain('yaml/duplicate-key');
  expect(stdout).toContain('found [own/good]');
  expect(status).toBe(2);
});

it.each([
  ['ends the process', 'process.exit(0);'],
  ['ends the process by what Node itself calls for it', 'process.reallyExit(0);'],
  ['waits for what never comes', 'await new Promise(() => {});'],
  ['never ends', 'for (;;) try { for (;;); } finally { continue; }'],
  ['never ends after it has waited', 'for (;;) await 1;'],
])('a plugin that %s while it is loaded is named, and all else is reported', (_name, loading) => {
  const { status, stdout } = lintWith(loading, '', 200);
  expect(stdout).toContain('plugin "./plugin.mjs" cannot be loaded [config/plugin]');
  expect(stdout).toContain('yaml/duplicate-key');
  expect(status).toBe(2);
});

it.each([
  ['throws', 'throw 1;', 'cannot be read'],
  ['never ends', 'for (;;);', 'cannot be read'],
])('a plugin that %s where it is looked at is named, and all else is reported', (_name, body, said) => {
  const guard = `get(_, key) { if (key !== 'then') { ${body} } }`;
  const { status, stdout } = lintWith('', '', 200, guard);
  expect(stdout).toContain(`plugin "./plugin.mjs" ${said} [config/plugin]`);
  expect(stdout).toContain('yaml/duplicate-key');
  expect(status).toBe(2);
});

it.each([
  ['keeps a timer', 'setInterval(() => {}, 1000);'],
  ['sets the exit code', 'setTimeout(() => { process.exitCode = 0; }, 0);'],
])('a plugin that %s changes nothing', (_name, loading) => {
  const { status, stdout } = lintWith(loading, '');
  expect(stdout).toContain('found [own/good]');
  expect(status).toBe(1);
});
