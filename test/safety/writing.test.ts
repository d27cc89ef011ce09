import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliRun, runCli } from '../run-cli.ts';

/** A file with one safe fix, and what that comes to. */
const BROKEN = 'image:\n  repository: python\n  tag: 3.10\n';
const FIXED = 'image:\n  repository: python\n  tag: "3.10"\n';
const MINE = 'mine: true\n';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let repo: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chartlint-safe-'));
  repo = path.join(folder, 'repo');
  write('repo/.git/HEAD', '');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): string {
  const absolute = path.join(folder, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return absolute;
}

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const lint = (...args: string[]): Promise<CliRun> => runCli(args, repo);
const left = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /tmp|chartlint-/.test(path.basename(file)),
  );

describe('--fix', () => {
  it('keeps an edit that somebody makes meanwhile', async () => {
    const file = write('repo/values.yaml', BROKEN);
    write('repo/z.values.yaml', BROKEN);
    write(
      'repo/chartlint.config.mjs',
      `import { appendFileSync } from 'node:fs';
      let done = false;
      const check = function* () {
        if (!done) appendFileSync(${JSON.stringify(file)}, ${JSON.stringify(MINE)});
        done = true;
      };
      const docs = { summary: 'x', why: 'x', source: 'x' };
      const rule = { id: 'edits', severity: 'error', recommended: true, docs, examples: [], check };
      export default { plugins: [{ name: 'theirs', rules: [rule] }], rules: { 'theirs/edits': 'error' } };`,
    );
    const { stdout, stderr, exitCode } = await lint('--fix');
    expect(read('repo/values.yaml')).toBe(BROKEN + MINE);
    expect(read('repo/z.values.yaml')).toBe(FIXED);
    expect(stderr).toBe('chartlint: values.yaml: not fixed, because something else changed it meanwhile\n');
    // The report is about what the file holds now.
    expect(stdout).toContain('values.yaml:3:8');
    expect(stdout).toContain('Fixed 1 problem in 1 file.');
    expect(exitCode).toBe(0);
    expect(left()).toEqual([]);
  });

  it('leaves a read-only file alone, and says so', async () => {
    chmodSync(write('repo/values.yaml', BROKEN), 0o444);
    write('repo/z.values.yaml', BROKEN);
    const { stdout, stderr } = await lint('--fix');
    expect(read('repo/values.yaml')).toBe(BROKEN);
    expect(read('repo/z.values.yaml')).toBe(FIXED);
    expect(stderr).toBe('chartlint: values.yaml: not fixed, because it is read-only\n');
    expect(stdout).toContain('Fixed 1 problem in 1 file.');
  });

  it.skipIf(process.platform === 'win32')(
    'follows no link out of the project, also where it is named',
    async () => {
      write('outside/values.yaml', BROKEN);
      write('other/.git/HEAD', '');
      symlinkSync('../outside/values.yaml', path.join(folder, 'other', 'link.yaml'));
      const { stderr } = await lint('--fix', '../other/link.yaml');
      expect(read('outside/values.yaml')).toBe(BROKEN);
      expect(lstatSync(path.join(folder, 'other', 'link.yaml')).isSymbolicLink()).toBe(true);
      expect(stderr).toBe(
        'chartlint: ../other/link.yaml: not fixed, because it is behind a link that does not lead into the project\n',
      );
    },
  );

  it.skipIf(process.platform === 'win32')('keeps mode, owner and hard links', async () => {
    const file = write('repo/values.yaml', BROKEN);
    chmodSync(file, 0o640);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(file, 12345, 23456);
    linkSync(file, path.join(repo, 'twin'));
    const alone = write('repo/alone.values.yaml', BROKEN);
    chmodSync(alone, 0o606);
    if (isRoot) chownSync(alone, 12345, 23456);
    const before = [file, alone].map((one) => statSync(one));
    await lint('--fix');
    expect([read('repo/values.yaml'), read('repo/twin'), read('repo/alone.values.yaml')]).toEqual([
      FIXED,
      FIXED,
      FIXED,
    ]);
    const after = [file, alone].map((one) => statSync(one));
    for (const [i, { uid, gid, mode, nlink }] of before.entries()) {
      expect(after[i]).toMatchObject({ uid, gid, mode, nlink });
    }
    expect(after[0]!.ino).toBe(before[0]!.ino);
    expect(left()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'leaves whole files, and nothing else, when %s ends it',
    async (signal) => {
      const names = Array.from({ length: 150 }, (_, i) => `${i}/values.yaml`);
      let texts: string[] = [];
      let by: unknown;
      // A busy machine may let the run end before the signal is sent: then it says nothing.
      for (let i = 0; i < 5 && (by !== signal || !texts.includes(BROKEN)); i++) {
        for (const name of names) write(`repo/${name}`, BROKEN);
        const run = spawn(process.execPath, [path.join(root, 'dist', 'cli.cjs'), '--fix'], {
          cwd: repo,
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => run.once('exit', (_, end) => resolve(end)));
        while (read(`repo/${names[0]}`) === BROKEN && run.exitCode === null) await setTimeout(1);
        run.kill(signal);
        by = await ended;
        texts = names.map((name) => read(`repo/${name}`));
      }
      expect(by).toBe(signal);
      expect(texts).toContain(FIXED);
      expect(texts).toContain(BROKEN);
      expect(texts.filter((text) => text !== FIXED && text !== BROKEN)).toEqual([]);
      // Nobody can tidy up after SIGKILL.
      if (signal !== 'SIGKILL') expect(left()).toEqual([]);
    },
  );
});

describe.skipIf(process.platform === 'win32')('what a flag names', () => {
  const CHART = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';
  const SCHEMA = '{ "type": "object", "properties": { "a": { "type": "string" } } }';

  it.each([
    ['a linted file', ['values.yaml', '--output', 'values.yaml']],
    ['a linted file under another name', ['--output', 'twin']],
    ['a linted file behind a link', ['--output', 'link']],
    ['a chart', ['--format', 'json=Chart.yaml']],
    ['a schema', ['--output', 'values.schema.json']],
    ['a template', ['--output', 'templates/a.yaml']],
    ['a configuration', ['--output', '.chartlint.yaml']],
    ['what other threads read', ['--threads', '2', '--output', 'sub/values.schema.json']],
    ['a file that is being fixed', ['--fix', '--output', 'values.yaml']],
    ['the schema of a schema', ['schema', '.', '--output', 'values.schema.json']],
    ['the schema of types', ['types', 'values.schema.json', '--output', 'values.schema.json']],
    ['a report', ['merge-reports', 'report.json', '--output', 'report.json']],
  ])('is not written over %s', async (_name, args) => {
    const files = {
      'Chart.yaml': CHART,
      'values.yaml': BROKEN,
      'values.schema.json': SCHEMA,
      'templates/a.yaml': 'a: {{ .Values.a }}\n',
      '.chartlint.yaml': 'rules: {}\n',
      'sub/Chart.yaml': CHART,
      'sub/values.yaml': 'a: 1\n',
      'sub/values.schema.json': SCHEMA,
    };
    for (const [file, text] of Object.entries(files)) write(`repo/${file}`, text);
    for (let i = 0; i < 8; i++) write(`repo/more/${i}.values.yaml`, 'a: 1\n');
    await lint('--shard', '1/1', '--output', 'report.json', '--format', 'json');
    const report = read('repo/report.json');
    linkSync(path.join(repo, 'values.yaml'), path.join(repo, 'twin'));
    symlinkSync('values.yaml', path.join(repo, 'link'));
    const { exitCode, stderr } = await lint(...args);
    expect(stderr).toMatch(/^chartlint: "[^"]+" is not overwritten, because the run reads it\n$/);
    expect(exitCode).toBe(2);
    for (const [file, text] of Object.entries(files)) expect(read(`repo/${file}`)).toBe(text);
    expect(read('repo/report.json')).toBe(report);
  });

  it.each([
    ['a link out of the project', (file: string) => symlinkSync('../outside/theirs', file)],
    ['a link that leads nowhere', (file: string) => symlinkSync('../outside/nothing', file)],
    ['a read-only file', (file: string) => writeFileSync(file, 'theirs', { mode: 0o444 })],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
  ])('is not written through or over %s', async (_name, make) => {
    write('outside/theirs', 'theirs');
    write('repo/values.yaml', BROKEN);
    make(path.join(repo, 'report'));
    for (const args of [
      ['--output', 'report'],
      ['--format', 'json=report'],
      ['--update-baseline', '--baseline', 'report'],
      ['schema', 'colonyos', '--output', 'report'],
      ['types', 'colonyos', '--output', 'report'],
    ]) {
      const { exitCode, stderr } = await lint(...args);
      expect([args, exitCode, stderr]).toEqual([
        args,
        2,
        expect.stringMatching(/report" cannot be (written|read): |report" is no baseline/),
      ]);
    }
    expect(read('outside/theirs')).toBe('theirs');
    expect(existsSync(path.join(folder, 'outside', 'nothing'))).toBe(false);
  });

  it.each([
    ['values.yaml', ['--output', 'values.yaml']],
    ['the same file by another name', ['--output', 'twin']],
    ['the same file through a link', ['--format', 'json=link']],
    ['the schema', ['--output', 'values.schema.json', '--schema', 'values.schema.json', 'values.yaml']],
    ['the configuration', ['--output', '.chartlint.yaml']],
    ['the chart of a schema', ['schema', '.', '--output', 'values.yaml']],
    ['the report that is merged', ['merge-reports', 'report.json', '--output', 'report.json']],
  ])('is not written over an input: %s', async (_name, args) => {
    write('repo/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
    write('repo/.chartlint.yaml', '{}\n');
    write('repo/values.schema.json', '{}\n');
    write('repo/report.json', (await lint('--shard', '1/1', '--format', 'json')).stdout);
    linkSync(write('repo/values.yaml', BROKEN), path.join(repo, 'twin'));
    symlinkSync('values.yaml', path.join(repo, 'link'));
    const before = readdirSync(repo).filter((name) => name !== '.git');
    const texts = before.map((name) => read(`repo/${name}`));
    const { exitCode, stderr } = await lint(...args);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('is not overwritten, because the run reads it'),
    ]);
    expect(before.map((name) => read(`repo/${name}`))).toEqual(texts);
  });

  it('is not made below a folder that is a link out of the project', async () => {
    write('outside/theirs', '');
    write('repo/values.yaml', BROKEN);
    symlinkSync('../outside', path.join(repo, 'reports'));
    expect((await lint('--output', 'reports/new/a.json')).exitCode).toBe(2);
    expect(readdirSync(path.join(folder, 'outside'))).toEqual(['theirs']);
  });

  it('is written where the user names a place outside of the project', async () => {
    write('repo/values.yaml', BROKEN);
    expect((await lint('--output', '../out/report.txt')).exitCode).toBe(0);
    expect(read('out/report.txt')).toContain('values.yaml');
  });

  it('is not what a configuration names outside of the project', async () => {
    write('repo/values.yaml', 'image: { repository: a/b, tag: latest }\n');
    write('repo/.chartlint.yaml', 'baseline: ../outside/baseline.json\n');
    const { exitCode } = await lint('--update-baseline');
    expect(exitCode).toBe(2);
    expect(existsSync(path.join(folder, 'outside'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('init', () => {
  it('writes nothing and shows nothing through links out of the project, and writes the rest', async () => {
    write('repo/values.yaml', BROKEN);
    write('outside/settings.json', '{ "canary-7f3a": 1 }');
    write('outside/hooks.yaml', 'repos: [] # canary-7f3a\n');
    mkdirSync(path.join(repo, '.github'));
    symlinkSync('../outside', path.join(repo, '.vscode'));
    symlinkSync('../../outside', path.join(repo, '.github', 'workflows'));
    symlinkSync('../outside/hooks.yaml', path.join(repo, '.pre-commit-config.yaml'));
    const { exitCode, stdout, stderr } = await lint('init', '--yes', '--editor', 'vscode');
    expect(stdout + stderr).not.toContain('canary');
    expect(stderr).toContain('".pre-commit-config.yaml" cannot be written: it is behind a link');
    expect(exitCode).toBe(2);
    expect(existsSync(path.join(repo, 'chartlint.config.yaml'))).toBe(true);
    expect(readdirSync(path.join(folder, 'outside')).sort()).toEqual(['hooks.yaml', 'settings.json']);
    expect([read('outside/hooks.yaml'), read('outside/settings.json')].join()).toMatch(
      /^repos.*\n,\{ "canary.*\}$/,
    );
  });
});

describe('merge-reports', () => {
  it('shows nothing of files outside of the project that a report names', async () => {
    write('outside/secret', 'canary-7f3a: 1\n');
    write('repo/values.yaml', 'image: { repository: a/b, tag: latest }\n');
    const { stdout } = await lint('--shard', '1/1', '--format', 'json', '--preset', 'strict');
    expect(stdout).toContain('"values.yaml"');
    write('repo/report.json', stdout.replaceAll('"values.yaml"', '"../outside/secret"'));
    const merged = await lint('merge-reports', 'report.json');
    expect(merged.stdout).toContain('../outside/secret:1');
    expect(merged.stdout + merged.stderr).not.toContain('canary');
  });
});
