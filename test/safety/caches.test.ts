import {
  chmodSync,
  copyFileSync,
  existsSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheKey } from '../../src/cache/cache-key.ts';
import { readRun, writeRun } from '../../src/cache/kept-run.ts';
import { runFile } from '../../src/cache/run-key.ts';
import { cacheIn, keptFiles, keptRunFile, markKept, replayed, runKept, userOf } from '../cache/kept-cli.ts';
import { runCli } from '../run-cli.ts';

let folder: string;
let repo: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chartlint-safe-'));
  repo = path.join(folder, 'repo');
  mkdirSync(path.join(repo, '.git'), { recursive: true });
  writeFileSync(path.join(repo, 'values.yaml'), 'image: { repository: a/b, tag: latest }\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const IN_REPO = ['--cache-location', '.chartlint_cache', '--format', 'concise'];
const shipped = (...names: string[]): string => path.join(repo, '.chartlint_cache', ...names);
/** Somebody else, with a key of their own. */
const STRANGER = { CHARTLINT_CACHE_KEY: 'of the stranger' };

describe('a cache that came with the files', () => {
  it('tells nothing and writes nothing, whatever the modes of its files are', async () => {
    const honest = await runKept(['--format', 'concise'], repo);
    expect(honest.stdout).toContain('mutable-image-tag');
    await runCli(IN_REPO, repo, { env: STRANGER });
    const file = keptRunFile(shipped());
    const key = cacheIn(repo, '.chartlint_cache').key;
    const theirs = readRun(file, cacheKey(STRANGER, undefined)!);
    const written = path.join(folder, 'written');
    const outputs = [
      { to: 'stdout' as const, text: Buffer.from('nothing found\n') },
      { to: { file: written }, text: Buffer.from('theirs') },
    ];
    writeRun(file, { ...theirs!, outputs, exitCode: 0 }, cacheKey(STRANGER, undefined)!);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readRun(file, key)).toBeUndefined();
    expect(replayed(IN_REPO, repo)).toBeUndefined();
    expect(await runKept(IN_REPO, repo)).toEqual(honest);
    expect(existsSync(written)).toBe(false);
    // From now on it is ours.
    expect(replayed(IN_REPO, repo)).toEqual(honest);
  });

  it('is no help to a run that lints release by release', async () => {
    await runCli(IN_REPO, repo, { env: STRANGER });
    markKept({ folder: shipped(), key: cacheKey(STRANGER, undefined)! });
    expect((await runKept(IN_REPO, repo)).stdout).not.toContain('KEPT');
    markKept(cacheIn(repo, '.chartlint_cache'));
    rmSync(shipped('chartlint-runs'), { recursive: true });
    expect((await runKept(IN_REPO, repo)).stdout).toContain('KEPT');
  });

  it('does not get an entry of ours to stand in for another', async () => {
    await runKept(['--quiet', ...IN_REPO], repo);
    const other = runFile({ args: IN_REPO, cwd: repo, env: userOf(repo), isTerminal: false }, shipped());
    copyFileSync(keptRunFile(shipped()), other);
    chmodSync(other, 0o600);
    expect(replayed(IN_REPO, repo)).toBeUndefined();
    const [releases = ''] = keptFiles(shipped());
    const moved = path.join(path.dirname(other), path.basename(releases));
    copyFileSync(releases, moved);
    expect(readRun(moved, cacheIn(repo, '.chartlint_cache').key)).toBeUndefined();
  });

  it('is not where the environment names a folder of the project', async () => {
    const caches = path.join(repo, '.cache');
    mkdirSync(caches);
    for (const home of [caches, path.join(folder, 'link')]) {
      if (home !== caches) symlinkSync(caches, home);
      const env = { HOME: home, XDG_CACHE_HOME: home, LOCALAPPDATA: home };
      const { stdout, stderr } = await runCli(['--cache'], repo, { env });
      expect(stdout).toContain('mutable-image-tag');
      expect(stderr).toMatch(/^chartlint: --cache keeps nothing: the user has no folder for caches/);
      expect(readdirSync(caches)).toEqual([]);
    }
  });
});

describe.skipIf(process.platform === 'win32')('a cache behind a link', () => {
  it.each(['.chartlint_cache', '.chartlint_cache/chartlint-runs', '.chartlint_cache/chartlint-releases'])(
    'out of the project fills nothing there when %s is one',
    async (link) => {
      const outside = path.join(folder, 'outside');
      mkdirSync(outside);
      chmodSync(outside, 0o755);
      mkdirSync(path.dirname(path.join(repo, link)), { recursive: true });
      symlinkSync(outside, path.join(repo, link));
      const { stdout, exitCode } = await runKept(IN_REPO, repo);
      expect([exitCode, stdout.includes('mutable-image-tag')]).toEqual([0, true]);
      expect(readdirSync(outside)).toEqual([]);
      expect(statSync(outside).mode & 0o777).toBe(0o755);
    },
  );
});

describe('the key', () => {
  it('is made once, for the user alone', async () => {
    await runKept(['--cache'], repo);
    const file = path.join(path.dirname(cacheIn(repo).folder), 'key', 'cache.key');
    const key = readFileSync(file);
    expect(key.length).toBe(32);
    if (process.getuid !== undefined) expect(statSync(file).mode & 0o777).toBe(0o600);
    await runKept(['--cache', '--quiet'], repo);
    expect(readFileSync(file)).toEqual(key);
  });

  it('can come from the environment, for a cache that lies in the checkout', async () => {
    const env = { CHARTLINT_CACHE_KEY: 'of the pipeline' };
    const first = await runCli(IN_REPO, repo, { env });
    expect(first.stderr).toBe('');
    expect(replayed(IN_REPO, repo, env)).toEqual(first);
    expect(replayed(IN_REPO, repo, STRANGER)).toBeUndefined();
    expect(replayed(IN_REPO, repo)).toBeUndefined();
  });
});
