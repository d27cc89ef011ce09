import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/format-report.ts';
import { type CliRun, runCli } from '../run-cli.ts';

/** What lies outside of the project and must not show. */
const CANARY = 'canary-7f3a';
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A repository beside a folder that is none of its business, which is empty in the twin. */
function project(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const make = (hasOutside: boolean): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-safe-'));
    folders.push(folder);
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    mkdirSync(path.join(folder, 'repo', '.git'), { recursive: true });
    mkdirSync(path.join(folder, 'outside'));
    if (hasOutside) {
      write('outside/secret', `${CANARY}\n`);
      write('outside/Chart.yaml', `apiVersion: v2\nname: ${CANARY}\nversion: 1.0.0\n`);
      write('outside/values.yaml', `name: ${CANARY}\n`);
      write('outside/values.schema.json', `{ "title": "${CANARY}", "required": ["${CANARY}"] }`);
      write('outside/templates/a.yaml', `a: ${CANARY}\n`);
    }
    for (const [file, text] of Object.entries(files)) write(`repo/${file}`, text);
    for (const [file, target] of Object.entries(links)) {
      mkdirSync(path.dirname(path.join(folder, 'repo', file)), { recursive: true });
      symlinkSync(target, path.join(folder, 'repo', file));
    }
    return path.join(folder, 'repo');
  };
  return { full: make(true), twin: make(false) };
}

const CHART = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';

const ATTACKS: readonly [name: string, files: Record<string, string>, links?: Record<string, string>][] = [
  ['modeline', { 'values.yaml': '# yaml-language-server: $schema=../outside/secret\na: 1\n' }],
  [
    'modeline through a link',
    { 'values.yaml': '# yaml-language-server: $schema=s\na: 1\n' },
    { s: '../outside/secret' },
  ],
  [
    'modeline with a URI',
    { 'values.yaml': '# yaml-language-server: $schema=file:../outside/secret\na: 1\n' },
  ],
  ['Chart.yaml', { 'values.yaml': 'a: 1\n' }, { 'Chart.yaml': '../outside/Chart.yaml' }],
  [
    'values.yaml of the chart',
    { 'Chart.yaml': CHART, 'values-a.yaml': 'a: 1\n' },
    { 'values.yaml': '../outside/secret' },
  ],
  [
    'values.schema.json',
    { 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n' },
    { 'values.schema.json': '../outside/values.schema.json' },
  ],
  ['templates', { 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n' }, { templates: '../outside/templates' }],
  [
    'a chart below',
    { 'Chart.yaml': `${CHART}dependencies: [{ name: sub, version: 1.0.0 }]\n`, 'values.yaml': 'a: 1\n' },
    { 'charts/sub': '../../outside' },
  ],
  [
    'a dependency by path',
    {
      'Chart.yaml': `${CHART}dependencies: [{ name: sub, version: 1.0.0, repository: 'file://../outside' }]\n`,
      'values.yaml': 'a: 1\n',
    },
  ],
  [
    '$ref',
    {
      'Chart.yaml': CHART,
      'values.yaml': 'a: 1\n',
      'values.schema.json': '{ "$ref": "../outside/values.schema.json" }',
    },
  ],
  [
    'a chart in the configuration',
    { 'values.yaml': 'a: 1\n', '.chartlint.yaml': 'charts:\n  - { files: "*.yaml", chart: ../outside }\n' },
  ],
  [
    'a schema in the configuration',
    {
      'values.yaml': 'a: 1\n',
      '.chartlint.yaml': 'charts:\n  - { files: "*.yaml", schema: ../outside/secret }\n',
    },
  ],
  [
    'a stack in the configuration',
    {
      'values.yaml': 'a: 1\n',
      '.chartlint.yaml': 'stacks:\n  - { name: x, values: [values.yaml, ../outside/secret] }\n',
    },
  ],
  [
    'a baseline in the configuration',
    { 'values.yaml': 'a: 1\n', '.chartlint.yaml': 'baseline: ../outside/secret\n' },
  ],
  ['a configuration that is a link', { 'values.yaml': 'a: 1\n' }, { '.chartlint.yaml': '../outside/secret' }],
];

/** Without the foot of an HTML report, which names the minute; with one folder for another. */
function withoutFoot(run: CliRun, [folder, other] = ['', '']): object {
  const text = JSON.stringify(run).replace(/<footer>.*?<\/footer>/, '');
  return JSON.parse(folder === '' ? text : text.replaceAll(folder!, other!));
}

describe.skipIf(process.platform === 'win32')('what lies outside of the project', () => {
  it.each(ATTACKS)('is not there for %s', async (_name, files, links) => {
    const { full, twin } = project(files, links);
    for (const format of FORMATS) {
      const { exitCode, ...told } = await runCli(['--format', format], full);
      expect(JSON.stringify(told)).not.toContain(CANARY);
      const other = await runCli(['--format', format], twin);
      expect(withoutFoot({ exitCode, ...told })).toEqual(withoutFoot(other, [twin, full]));
    }
  });

  it.each([
    ['values', ['values', '.']],
    ['render', ['render', '--chart', '.']],
    ['schema', ['schema', '.']],
    ['types', ['types', '.']],
    ['why', ['why', 'a', 'values.yaml']],
  ])('is not there for %s', async (_name, args) => {
    for (const [, files, links] of ATTACKS) {
      const { full, twin } = project(files, links);
      const told = await runCli(args, full);
      expect(JSON.stringify(told)).not.toContain(CANARY);
      expect(told).toEqual(JSON.parse(JSON.stringify(await runCli(args, twin)).replaceAll(twin, full)));
    }
  });

  it('is read where the user names it', async () => {
    const { full } = project({ 'values.yaml': 'a: 1\n' });
    expect((await runCli(['../outside/values.yaml', '--format', 'json'], full)).stdout).toContain(CANARY);
    expect((await runCli(['--schema', '../outside/values.schema.json'], full)).stdout).toContain(CANARY);
  });
});

describe.skipIf(process.platform === 'win32')('what is no regular file', () => {
  it.each([
    'values.yaml',
    'Chart.yaml',
    'values.schema.json',
    '.helmignore',
    'templates/a.yaml',
    'charts/sub/values.yaml',
    '.chartlint.yaml',
  ])('is not waited for at %s', async (name) => {
    const files = { 'Chart.yaml': CHART, 'values-a.yaml': 'a: 1\n', 'charts/sub/Chart.yaml': CHART };
    const { full } = project(Object.fromEntries(Object.entries(files).filter(([file]) => file !== name)));
    mkdirSync(path.dirname(path.join(full, name)), { recursive: true });
    execFileSync('mkfifo', [path.join(full, name)]);
    expect((await runCli([], full)).exitCode).toBe(0);
    await runCli(['values', '.'], full);
    await runCli(['render', '--chart', '.'], full);
  });
});

describe('a file that cannot be read', () => {
  const files = { 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n', 'beside/values.yaml': 'a: [\n' };

  it.each([
    'Chart.yaml',
    'values.yaml',
    'values.schema.json',
    'templates/a.yaml',
    '.helmignore',
    'charts/sub-1.0.0.tgz',
  ])('costs only itself: %s', async (name) => {
    const { full } = project({ ...files, [name]: '' });
    // Longer than the limit, and empty on the disk.
    truncateSync(path.join(full, name), 5e9);
    const { exitCode, stdout } = await runCli(['--format', 'concise'], full);
    expect(stdout).toContain('beside/values.yaml:1:4');
    expect(stdout).toMatch(
      new RegExp(`^${name.replaceAll('.', '\\.')}:1:1: error .*cannot be read.*\\[files/unreadable\\]$`, 'm'),
    );
    expect(exitCode).toBe(2);
    for (const command of [
      ['values', '.'],
      ['render', '--chart', '.'],
      ['why', 'a', 'values.yaml'],
    ]) {
      const told = await runCli(command, full);
      expect(told.stderr).not.toContain('bug in chartlint');
    }
  });
});
