import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/format-report.ts';
import { runCli } from '../run-cli.ts';

/** What a log must not act on: commands to runners, escapes, text that turns the reading direction. */
const HOSTILE =
  '\n::error::x ##[error]y ##vso[task.setvariable variable=a]z ##TeamCity[a] \u001b[31mr\u001b[2J\u009b2J\u202Ez\u2066 [a](http://b) <b> @all';
const QUOTED = JSON.stringify(HOSTILE);
const YAML = QUOTED.replaceAll(
  /[\u007f-\uffff]/g,
  (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-bytes-'));
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
write('.git/HEAD', '');
write(
  'Chart.yaml',
  `apiVersion: v2\nname: ${YAML}\nversion: ${YAML}\ndescription: ${YAML}\ndependencies: [{ name: ${YAML}, version: ${YAML} }]\n`,
);
write(
  'values.yaml',
  `# ::error::x ##[error]y\n${YAML}: ${YAML}\nport: ${YAML}\nimage: { repository: ${YAML}, tag: latest }\n::warning::a: "true"\n"##[group]b": yes\n"##vso[task.complete]c": yes\n`,
);
write('values-broken.yaml', `a: 1\n::error::x\n  ##[error]y: [\n`);
write('values-more.yaml', `port: |\n  ::error::x\n  ##[error]y\n${YAML}: 1\n`);
write(
  'values.schema.json',
  JSON.stringify({
    title: HOSTILE,
    properties: {
      port: { type: 'integer', description: HOSTILE, 'x-chartlint': { message: HOSTILE, docs: HOSTILE } },
    },
    patternProperties: { [HOSTILE]: { pattern: HOSTILE } },
    additionalProperties: { enum: [HOSTILE] },
  }),
);
write('templates/a.yaml', `a: {{ fail ${QUOTED.replaceAll('\u202e', '\\u202e')} }}\n`);
if (process.platform !== 'win32') write('values-::error::x ##[y].yaml', 'a: "true"\nb: [\n');
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines that a runner or a terminal would act on. */
function acting(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter(
      (line) =>
        /^\s*::/.test(line) ||
        /##[a-z]*\[/i.test(line) ||
        /(?!\t)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(line),
    );
}

describe('no line of any output is acted upon', () => {
  it.each(FORMATS.filter((format) => format !== 'github'))('in the format %s', async (format) => {
    const { stdout, stderr } = await runCli(['--format', format], folder);
    expect(stdout.length).toBeGreaterThan(100);
    expect({ stdout: acting(stdout), stderr: acting(stderr) }).toEqual({ stdout: [], stderr: [] });
  });

  it('in the format github but for its own commands', async () => {
    const { stdout, stderr } = await runCli(['--format', 'github'], folder);
    const others = acting(stdout).filter(
      (line) => !/^::(?:(?:error|warning|notice) file=[^:]*|group|endgroup)::/.test(line),
    );
    expect({ others, stderr: acting(stderr) }).toEqual({ others: [], stderr: [] });
    expect(stdout).not.toContain('##[');
  });

  it.each<[string, ...string[]]>([
    ['why', 'port', 'values.yaml'],
    ['why', HOSTILE, 'values.yaml'],
    ['values', '.'],
    ['values', '.', '-f', 'values-more.yaml', '--format', 'json'],
    ['values', '.', '-f', 'values-more.yaml', '--origins'],
    ['render', '--chart', '.'],
    ['diff', '--chart', '.', 'values.yaml', 'values-more.yaml'],
    ['explain', HOSTILE],
    ['explain', '::error::x'],
    ['init', '::error::x'],
    ['--set', HOSTILE, '.'],
    [HOSTILE],
    ['--config', HOSTILE],
    [`--${HOSTILE}`],
    ['schema', '.'],
    ['types', '.'],
    ['rules', HOSTILE],
  ])('of %s %s', async (...args) => {
    const env = { GITHUB_ACTIONS: 'true' };
    const { stdout, stderr } = await runCli(args, folder, { env });
    expect((stdout + stderr).length).toBeGreaterThan(0);
    expect({ stdout: acting(stdout), stderr: acting(stderr) }).toEqual({ stdout: [], stderr: [] });
  });
});

const C1 = String.fromCharCode(0x9b);

it.each([
  ['the log of TeamCity', { env: { TEAMCITY_VERSION: '2026.1' } }],
  ['a terminal', { isTerminal: true }],
])('data that goes to %s is drawn, too', async (_name, io) => {
  const shown = await runCli(['types', '.'], folder, io);
  expect(acting(shown.stdout)).toEqual([]);
  // To a file it goes as it is.
  expect((await runCli(['types', '.'], folder)).stdout).toContain(C1);
});

it('Markdown makes no links and no tags of what strangers write', async () => {
  const { stdout } = await runCli(['--format', 'markdown'], folder);
  const prose = stdout.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '').replaceAll(/(`+)[^`].*?\1/g, '');
  expect(prose).toContain('error');
  expect(prose).not.toMatch(/http:\/\/b|(?<!\\)<b|@all/);
});
