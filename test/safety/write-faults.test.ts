import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

/** The disk, of which one call that changes something fails. */
const disk = { calls: 0, fails: 0, code: 'EIO', below: '/nowhere' };

/** What changes the disk. What tidies up is not among it: there is nothing left to try when that fails. */
const CHANGING = [
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'fchmodSync',
  'fchownSync',
  'ftruncateSync',
  'renameSync',
  'mkdirSync',
] as const;

const whole = { ...fs };

beforeAll(() => {
  for (const name of CHANGING) {
    Object.assign(fs, {
      [name]: (...args: unknown[]): unknown => {
        const isOurs =
          disk.below !== '/nowhere' &&
          (typeof args[0] === 'number' || String(args[0]).startsWith(disk.below));
        const reads = name === 'openSync' && (args[1] ?? 'r') === 'r';
        if (isOurs && !reads) disk.calls += 1;
        if (isOurs && !reads && disk.calls === disk.fails)
          throw Object.assign(new Error(disk.code), { code: disk.code });
        return (whole[name] as (...args: unknown[]) => unknown)(...args);
      },
    });
  }
  syncBuiltinESMExports();
});

afterAll(() => {
  for (const name of CHANGING) Object.assign(fs, { [name]: whole[name] });
  syncBuiltinESMExports();
});

const BROKEN = 'image:\n  repository: python\n  tag: 3.10\n';
const FIXED = 'image:\n  repository: python\n  tag: "3.10"\n';
const FILES = ['a/values.yaml', 'b/values.yaml', 'c/values.yaml'];

let repo: string;

beforeEach(() => {
  disk.below = '/nowhere';
  repo = mkdtempSync(path.join(tmpdir(), 'chartlint-faults-'));
  for (const file of ['.git/HEAD', ...FILES]) {
    mkdirSync(path.dirname(path.join(repo, file)), { recursive: true });
    writeFileSync(path.join(repo, file), BROKEN);
  }
});

afterEach(() => {
  disk.below = '/nowhere';
  rmSync(repo, { recursive: true });
});

/** Runs with the n-th change of the disk failing; whether there were so many. */
async function failAt(n: number, code: string, args: readonly string[]) {
  Object.assign(disk, { calls: 0, fails: n, code, below: repo });
  const run = await runCli(args, repo);
  disk.below = '/nowhere';
  return { ...run, failed: disk.calls >= n };
}

it.each([
  ['EIO', 'the disk has an error'],
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'permission denied'],
])('fixes the other files when the disk says %s at any moment', async (code, reason) => {
  for (let n = 1; ; n++) {
    for (const file of FILES) writeFileSync(path.join(repo, file), BROKEN);
    const { exitCode, stdout, stderr, failed } = await failAt(n, code, ['--fix']);
    const texts = FILES.map((file) => readFileSync(path.join(repo, file), 'utf8'));
    expect(texts.filter((text) => text !== BROKEN && text !== FIXED)).toEqual([]);
    expect(readdirSync(path.join(repo, 'a')).concat(readdirSync(path.join(repo, 'b')))).toEqual([
      'values.yaml',
      'values.yaml',
    ]);
    if (!failed) {
      expect(texts).toEqual([FIXED, FIXED, FIXED]);
      expect(n).toBeGreaterThan(9);
      break;
    }
    const [left] = FILES.filter((_, i) => texts[i] === BROKEN);
    expect([n, texts.filter((text) => text === FIXED).length]).toEqual([n, 2]);
    expect(stderr).toBe(`chartlint: ${left}: not fixed, because ${reason}\n`);
    expect(stdout).toContain('Fixed 2 problems in 2 files.');
    expect(stdout).toContain(`${left}:3:8`);
    expect(exitCode).toBe(2);
  }
});

it.each([
  ['a report', ['--output', 'out/report.json', '--format', 'json']],
  ['a baseline', ['--update-baseline', '--baseline', 'out/report.json']],
  ['a schema', ['schema', 'colonyos', '--output', 'out/report.json']],
  ['types', ['types', 'colonyos', '--output', 'out/report.json']],
])('writes the whole of %s or says that it cannot', async (_name, args) => {
  for (let n = 1; ; n++) {
    rmSync(path.join(repo, 'out'), { recursive: true, force: true });
    const { exitCode, stderr, failed } = await failAt(n, 'ENOSPC', args);
    if (!failed) {
      expect(exitCode).toBe(0);
      expect(n).toBeGreaterThan(3);
      break;
    }
    expect([n, exitCode, stderr]).toEqual([
      n,
      2,
      'chartlint: "out/report.json" cannot be written: the disk is full\n',
    ]);
    if (n > 1) expect(readdirSync(path.join(repo, 'out'))).toEqual([]);
  }
});
