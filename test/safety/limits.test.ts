import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { packedChart } from '../../src/dev/packed-chart.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { USER_LIMITS, type UserLimit } from '../../src/model/user-limits.ts';
import { runCli } from '../run-cli.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string | Uint8Array>>;

async function lint(files: Files, args: readonly string[] = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-limits-'));
  folders.push(folder);
  mkdirSync(path.join(folder, '.git'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return runCli(['--format', 'json', ...args], folder);
}

const CHART: Files = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': 'a: 1\nb: 2\nc: 3\n',
};
const below = (name: string): Files => ({
  [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
  [`charts/${name}/values.yaml`]: 'x: 1\n',
});
const PLUGIN = `export default { name: 'own', rules: [{ id: 'bad', severity: 'error', recommended: true,
  docs: { summary: 's', why: 'w', source: 'x' }, *check() { BODY } }] };`;
const plugin = (body: string): Files => ({
  ...CHART,
  'plugin.mjs': PLUGIN.replace('BODY', body),
});
const WITH_PLUGIN = 'plugins: [./plugin.mjs]\nrules: { own/bad: on }\n';
const SUBCHART = packedChart('sub', {
  'Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
  'values.yaml': 'x: 1\n',
});
const TEMPLATE = 'a: {{ range until 50 }}{{ . }}{{ end }}\n';

/** For each limit files that reach it when it is set so low, and not without. */
const REACHED: Readonly<Record<UserLimit, readonly [files: Files, low: number, config?: string]>> = {
  fileBytes: [{ ...CHART, 'values.yaml': `a: ${'x'.repeat(500)}\n` }, 400],
  ruleFindings: [plugin("for (const key of 'abc') yield { at: [key], problem: 'found' }"), 2, WITH_PLUGIN],
  schemaFindings: [{ ...CHART, 'values.schema.json': '{ "additionalProperties": { "type": "string" } }' }, 2],
  renderWork: [{ ...CHART, 'templates/a.yaml': TEMPLATE }, 40],
  renderOutput: [{ ...CHART, 'templates/a.yaml': TEMPLATE }, 40],
  charts: [{ ...CHART, ...below('one'), ...below('two') }, 1],
  chartFiles: [{ ...CHART, 'templates/a.yaml': 'a: 1\n', 'templates/b.yaml': 'b: 1\n' }, 2],
  archiveBytes: [{ ...CHART, 'charts/sub-1.0.0.tgz': SUBCHART }, 500],
  archiveFiles: [{ ...CHART, 'charts/sub-1.0.0.tgz': SUBCHART }, 1],
  pluginRule: [plugin('const end = Date.now() + 400; while (Date.now() < end);'), 50, WITH_PLUGIN],
};

it.each(Object.entries(REACHED))('"%s" of the configuration counts, and is named', async (name, reached) => {
  const [files, low, config = ''] = reached;
  const set = `${config}limits: { ${name}: ${low} }\n`;
  const limited = await lint({ ...files, '.chartlint.yaml': set });
  expect(limited.stdout + limited.stderr).toMatch(new RegExp(`limit \\\\*"${name}\\\\*"`));
  const usual = await lint({ ...files, '.chartlint.yaml': config });
  expect(usual.stdout + usual.stderr).not.toMatch(new RegExp(`limit \\\\*"${name}\\\\*"`));
});

it('a configuration of the user raises a limit; one that came with what is linted, or with --no-plugins, does not', async () => {
  const values = Array.from({ length: LIMITS.schemaFindings + 5 }, (_, i) => `k${i}: 1\n`).join('');
  const schema = '{ "additionalProperties": { "type": "string" } }';
  const chart = { 'Chart.yaml': CHART['Chart.yaml']!, 'values.yaml': values, 'values.schema.json': schema };
  const raised = 'limits: { schemaFindings: 5000 }\n';
  const inFolder = Object.fromEntries(Object.entries(chart).map(([name, text]) => [`strange/${name}`, text]));
  const own = await lint({ ...inFolder, '.chartlint.yaml': raised });
  expect(own.stdout).not.toContain('schemaFindings');
  const strange = await lint({ ...inFolder, 'strange/.chartlint.yaml': raised }, ['strange']);
  expect(strange.stdout).toContain('schemaFindings');
  const without = await lint({ ...inFolder, '.chartlint.yaml': raised }, ['--no-plugins']);
  expect(without.stdout).toContain('schemaFindings');
  const lowered = await lint({ ...inFolder, 'strange/.chartlint.yaml': 'limits: { schemaFindings: 3 }\n' }, [
    'strange',
  ]);
  expect(lowered.stdout).toContain('of which 3 are told');
});

it.each([['ruleFindings: 0'], ['ruleFindings: many'], ['nesting: 5000']])(
  'limits: { %s } is refused with its place',
  async (wrong) => {
    const { exitCode, stderr } = await lint({ ...CHART, '.chartlint.yaml': `limits: { ${wrong} }\n` });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/\.chartlint\.yaml:1:\d+: /);
  },
);

it('the documentation has every limit with its default', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  for (const name of Object.keys(USER_LIMITS) as UserLimit[])
    expect(page).toContain(`| \`${name}\` | ${LIMITS[name].toLocaleString('en')} |`);
});
