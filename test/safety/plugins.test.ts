import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Lints with a plugin of two rules: one with the body, one that always finds something. */
async function lintWith(body: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-plugin-'));
  folders.push(folder);
  mkdirSync(path.join(folder, '.git'));
  const head = `severity: 'error', recommended: true, docs: { summary: 's', why: 'w', source: 'x' }`;
  writeFileSync(
    path.join(folder, 'plugin.mjs'),
    `export default { name: 'own', rules: [
      { id: 'bad', ${head}, *check(release) { ${body} } },
      { id: 'good', ${head}, *check({ values }) { if (values.data.a === 1) yield { at: ['a'], problem: 'found' }; } },
    ] };`,
  );
  writeFileSync(
    path.join(folder, '.chartlint.yaml'),
    'plugins: [./plugin.mjs]\nrules: { own/bad: on, own/good: on }\nlimits: { pluginRule: 1000 }\n',
  );
  writeFileSync(path.join(folder, 'values.yaml'), 'a: 1\n');
  return runCli(['--format', 'concise'], folder);
}

it.each([
  ['throws', "throw new Error('no')", /own\/bad/],
  ['throws what is no error', 'throw undefined', /own\/bad/],
  ['never ends', 'for (;;) {}', /limit \\?"pluginRule\\?"/],
  ['never ends to find', "for (;;) yield { at: ['a'], problem: 'again' };", /limit "ruleFindings"/],
  ['ends the process', 'process.exit(0)', /ends the process/],
  ['states nothing', 'yield undefined', /no object/],
  ['states no path', "yield { at: 'a', problem: 'x' }", /without a path/],
  ['states no text', "yield { at: ['a'] }", /without a text/],
  ['states an unknown severity', "yield { at: ['a'], problem: 'x', severity: 'fatal' }", /severity/],
  ['states a fix that is none', "yield { at: ['a'], problem: 'x', fix: { title: 1 } }", /fix/],
  ['changes what it is given', "release.files.length = 0; yield { at: ['a'], problem: 'x' }", /own\/bad/],
  ['takes away what it is given', 'delete release.values', /own\/bad/],
  ['changes values', 'release.values.data.a = 2', /own\/bad/],
  ['changes values of a file', 'release.values.layers.at(-1).data.a = 2', /own\/bad/],
  ['calls itself without end', 'const f = () => f(); f()', /own\/bad/],
])('a rule that %s costs only itself', async (_name, body, said) => {
  const { exitCode, stdout, stderr } = await lintWith(body);
  expect(stdout).toMatch(said);
  expect(stdout).toContain('found [own/good]');
  expect(stderr).not.toContain('bug in chartlint');
  expect(exitCode).toBe(/for \(;;\) yield/.test(body) ? 1 : 2);
});
