import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownRun } from '../../src/cache/known-run.ts';
import { runCli } from '../run-cli.ts';
import { cacheIn, keptRunFile, markKept, replayed, runKept, userOf } from './kept-cli.ts';

const ARGS = ['values.yaml', '--format', 'concise', '--cache'];
const VALUES = 'image:\n  repository: shop\n  tag: latest\n';

describe('--cache', () => {
  let folder = '';
  const at = (...file: string[]): string => path.join(folder, ...file);
  const cache = (): string => cacheIn(folder).folder;
  const cached = (args: readonly string[] = ARGS, env = {}): ReturnType<typeof runCli> =>
    runKept(args, folder, env);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chartlint-cached-'));
    mkdirSync(at('.git'));
    writeFileSync(at('values.yaml'), VALUES);
  });
  afterEach(() => {
    for (const one of [folder, `${folder}-caches`]) rmSync(one, { recursive: true, force: true });
  });

  it('keeps nothing without the flag', async () => {
    await cached(['values.yaml']);
    expect(readdirSync(folder).sort()).toEqual(['.git', 'values.yaml']);
  });

  it('keeps what nobody else may read, in a folder that git leaves alone', async () => {
    await cached();
    expect(readFileSync(path.join(cache(), '.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(path.join(cache(), 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f59/);
    if (process.getuid !== undefined) {
      expect(statSync(keptRunFile(cache())).mode & 0o777).toBe(0o600);
      expect(statSync(cache()).mode & 0o777).toBe(0o700);
    }
  });

  it('hides nothing of a folder that was there before', async () => {
    await cached(['values.yaml', '--cache-location', '.']);
    expect(existsSync(at('.gitignore'))).toBe(false);
    expect(replayed(['values.yaml', '--cache-location', '.'], folder)).toBeDefined();
  });

  it.each([
    ['chartlint.config.yaml', 'rules: { mutable-image-tag: off }\n'],
    ['Chart.yaml', 'name: shop\nversion: 1.0.0\n'],
  ])('notices that %s appears above the working directory', async (name, text) => {
    const below = at('deploy', 'prod');
    mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, 'values.yaml'), VALUES);
    const first = await runKept(ARGS, below, userOf(folder));
    expect(replayed(ARGS, below, userOf(folder))).toEqual(first);
    writeFileSync(at('deploy', name), text);
    expect(replayed(ARGS, below, userOf(folder))).toBeUndefined();
    expect(await runKept(ARGS, below, userOf(folder))).toEqual(
      await runKept(ARGS.slice(0, -1), below, userOf(folder)),
    );
    rmSync(at('deploy', name));
    // Whoever asked for it not to be there is answered as before.
    expect(await runKept(ARGS, below, userOf(folder))).toEqual(first);
  });

  it('tells files apart that were written anew, as a checkout does, by what they hold', async () => {
    const first = await cached();
    utimesSync(at('values.yaml'), new Date(0), new Date(0));
    expect(replayed(ARGS, folder)).toEqual(first);
  });

  it.each([
    ['other arguments', ['values.yaml', '--cache'], {}, false],
    ['NO_COLOR', ARGS, { NO_COLOR: '1' }, false],
    ['FORCE_COLOR', ARGS, { FORCE_COLOR: '1' }, false],
    ['TERM', ARGS, { TERM: 'dumb' }, false],
    ['CHARTLINT_DEBUG', ARGS, { CHARTLINT_DEBUG: '1' }, false],
    ['a terminal', ARGS, {}, true],
  ])('tells runs apart that differ in %s', async (_, args, env, isTerminal) => {
    await cached();
    expect(knownRun({ args: ARGS, cwd: folder, env: {}, isTerminal: false }, cacheIn(folder))).toBeDefined();
    expect(knownRun({ args, cwd: folder, env, isTerminal }, cacheIn(folder))).toBeUndefined();
  });

  it.each([
    ['--fix'],
    ['--fix-unsafe'],
    ['--diff'],
    ['--baseline', 'baseline.json', '--update-baseline'],
    ['--stdin'],
  ])('keeps nothing with %s', async (...flags) => {
    const args = ['--cache', ...flags, ...(flags[0] === '--stdin' ? [] : ['values.yaml'])];
    await runCli(args, folder, { env: userOf(folder), readStdin: async () => VALUES });
    expect(existsSync(cache())).toBe(false);
  });

  it('notices in a shard what changes how releases are spread over shards', async () => {
    mkdirSync(at('other'));
    writeFileSync(at('other', 'values.yaml'), VALUES);
    for (const part of ['1/2', '2/2']) {
      const args = ['--shard', part, '--cache', '--format', 'json'];
      const first = await cached(args);
      expect(replayed(args, folder)).toEqual(first);
      for (const file of [at('values.yaml'), at('other', 'values.yaml')]) {
        writeFileSync(file, `${VALUES}# larger\n`);
        expect(replayed(args, folder), file).toBeUndefined();
        writeFileSync(file, VALUES);
      }
      for (const chart of [at('other'), folder]) {
        const plain = await cached(['--shard', part, '--format', 'json']);
        writeFileSync(path.join(chart, 'Chart.yaml'), 'dependencies: [{ repository: file://.. }]\n');
        expect(replayed(args, folder), chart).toBeUndefined();
        rmSync(path.join(chart, 'Chart.yaml'));
        expect(replayed(args, folder)).toEqual(plain);
      }
    }
  });

  it('keeps nothing of a run that ends with wrong use', async () => {
    const wrong = ['nowhere.yaml', '--cache'];
    expect((await cached(wrong)).exitCode).toBe(2);
    expect(replayed(wrong, folder)).toBeUndefined();
  });

  it('keeps only what is found in releases when git says what is linted', async () => {
    rmSync(at('.git'), { recursive: true });
    const git = (...args: string[]): Buffer =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example', ...args], { cwd: folder });
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'first');
    const args = ['--changed', '--cache', '--format', 'concise'];
    const first = await cached(args);
    expect(first.stdout).toContain('mutable-image-tag');
    expect(replayed(args, folder)).toBeUndefined();
    markKept(cacheIn(folder));
    expect((await cached(args)).stdout).toContain('KEPT ');
  });

  it('ignores a file that is damaged, and writes it anew', async () => {
    const first = await cached();
    const file = keptRunFile(cache());
    const whole = readFileSync(file);
    for (const damaged of [
      whole.subarray(0, whole.length - 1),
      Buffer.from('{}'),
      Buffer.alloc(0),
      flipped(whole),
    ]) {
      writeFileSync(file, damaged);
      expect(replayed(ARGS, folder)).toBeUndefined();
      expect(await cached()).toEqual(first);
      expect(replayed(ARGS, folder)).toEqual(first);
    }
  });

  it.skipIf(process.getuid === undefined)('ignores a file that others may have written', async () => {
    const first = await cached();
    chmodSync(keptRunFile(cache()), 0o644);
    expect(replayed(ARGS, folder)).toBeUndefined();
    expect(await cached()).toEqual(first);
  });

  it('lints as ever where nothing can be kept, and says so', async () => {
    const plain = await cached(['values.yaml', '--format', 'concise']);
    writeFileSync(at('taken'), '');
    const { stderr, ...rest } = await cached([...ARGS, '--cache-location', 'taken/below']);
    expect({ ...rest, stderr: '' }).toEqual(plain);
    expect(stderr).toMatch(
      /^chartlint: --cache keeps nothing in "taken\/below": what it should lie in is no directory\n$/,
    );
  });

  it('does not take the report that it writes itself for a change', async () => {
    const args = [...ARGS, '.', '-o', 'report.json', '--format', 'json'];
    const first = await cached(args);
    expect(existsSync(at('report.json'))).toBe(true);
    expect(replayed(args, folder)).toEqual(first);
  });

  it('takes a report into account that the next run would lint', async () => {
    const args = ['.', '--cache', '-o', 'values-report.yaml', '--format', 'json'];
    await cached(args);
    expect(replayed(args, folder)).toBeUndefined();
  });

  it('never keeps a secret', async () => {
    const secret = 'hunter2hunter2';
    writeFileSync(
      at('values.yaml'),
      `auth:\n  password: ${secret}\n  password: ${secret}\ntls:\n  apiToken: "${secret} "\nimage: { tag: latest }\n`,
    );
    const args = ['values.yaml', '--set', `db.password=${secret}`, '--format', 'sarif', '--cache'];
    const { stdout } = await cached(args);
    expect(stdout).not.toContain(secret);
    expect(replayed(args, folder)?.stdout).toBe(stdout);
    const files = readdirSync(cache(), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(cache(), file))
      .filter((file) => statSync(file).isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(readFileSync(file).includes(secret), file).toBe(false);
  });

  it.each([
    ['the environment', "export default { environment: process.env.DEPLOY ?? 'production' };\n", 'process'],
    [
      'other files',
      "import { readFileSync } from 'node:fs';\nexport default { environment: String(readFileSync) };\n",
      'node:fs',
    ],
    ['the clock', `export default { environment: \`on \${Date.now()}\` };\n`, 'Date'],
    [
      'what it names only then',
      'const { name } = { name: "x" };\nawait import(name).catch(() => {});\nexport default {};\n',
      'import(',
    ],
  ])('keeps nothing when the configuration is a program that may read %s', async (_, text, reason) => {
    writeFileSync(at('chartlint.config.mjs'), text);
    const plain = await cached(['values.yaml', '--format', 'concise']);
    const { stderr, ...rest } = await cached();
    expect({ ...rest, stderr: '' }).toEqual(plain);
    expect(stderr).toContain('chartlint: --cache keeps nothing of this run: "');
    expect(stderr).toContain(reason);
    expect(replayed(ARGS, folder)).toBeUndefined();
    expect(readdirSync(cache()).sort()).toEqual(['.gitignore', 'CACHEDIR.TAG']);
  });

  it('notes the version of a package that is a plugin, and trusts no package that is a link', async () => {
    const plugin = at('node_modules', 'chartlint-plugin-acme');
    mkdirSync(plugin, { recursive: true });
    const manifest = (version: string): void =>
      writeFileSync(
        path.join(plugin, 'package.json'),
        JSON.stringify({ name: 'chartlint-plugin-acme', version, type: 'module', exports: './index.js' }),
      );
    manifest('1.0.0');
    writeFileSync(path.join(plugin, 'index.js'), "export default { name: 'acme', rules: [] };\n");
    writeFileSync(at('chartlint.config.yaml'), 'plugins: [chartlint-plugin-acme]\n');
    const first = await cached();
    expect(first.stderr).toBe('');
    expect(replayed(ARGS, folder)).toEqual(first);
    manifest('1.0.1');
    expect(replayed(ARGS, folder)).toBeUndefined();
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] = copy[copy.length >> 1]! ^ 1;
  return copy;
}
