import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheOf } from '../../src/cache/cache-location.ts';
import { knownRun } from '../../src/cache/known-run.ts';
import { userOf } from './kept-cli.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

describe('the launcher', () => {
  let parent = '';
  let folder = '';
  const program = (): string => path.join(parent, 'dist', 'program');
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
    const launcher = path.join(parent, 'dist', 'cli.cjs');
    const env = { ...process.env, ...userOf(parent), CHARTLINT_CODE_CACHE: '0' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr };
  };
  /** Without its program, all that the launcher can do is to tell a run again. */
  const withoutProgram = <T>(what: () => T): T => {
    renameSync(program(), `${program()}-away`);
    try {
      return what();
    } finally {
      renameSync(`${program()}-away`, program());
    }
  };
  beforeAll(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'chartlint-replay-'));
    cpSync(dist, path.join(parent, 'dist'), { recursive: true });
    mkdirSync(path.join(parent, 'schemas'));
  });
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(parent, 'work-')));
    mkdirSync(path.join(folder, '.git'));
    for (let i = 0; i < 40; i++) {
      mkdirSync(path.join(folder, `app${i}`));
      writeFileSync(
        path.join(folder, `app${i}`, 'values.yaml'),
        `image:\n  repository: app${i}\n  tag: latest\n`,
      );
    }
  });
  afterAll(() => {
    for (const one of [parent, `${parent}-caches`]) rmSync(one, { recursive: true });
  });

  it('tells a run again without the program: what it printed and wrote, and its exit code', () => {
    const args = ['--max-warnings', '0', '--format', 'concise', '--format', 'json=report.json', '--cache'];
    const report = path.join(folder, 'report.json');
    const first = run(...args);
    expect(first).toMatchObject({ status: 1, stderr: '' });
    const written = readFileSync(report, 'utf8');
    rmSync(report);
    expect(withoutProgram(() => run(...args))).toEqual(first);
    expect(readFileSync(report, 'utf8')).toBe(written);
    appendFileSync(path.join(folder, 'app7', 'values.yaml'), '\n');
    expect(withoutProgram(() => run(...args)).stderr).toContain('main.cjs');
    expect(run(...args)).toEqual(first);
  });

  it('tells nothing again for another build', () => {
    const first = run('--cache');
    expect(withoutProgram(() => run('--cache'))).toEqual(first);
    appendFileSync(path.join(parent, 'dist', 'cli.cjs'), '// another build\n');
    expect(withoutProgram(() => run('--cache')).stderr).toContain('main.cjs');
    expect(run('--cache')).toEqual(first);
    expect(withoutProgram(() => run('--cache'))).toEqual(first);
  });

  it('keeps what several threads find', () => {
    const plain = run('--threads', '2');
    expect(run('--threads', '2', '--cache')).toEqual(plain);
    expect(withoutProgram(() => run('--threads', '2', '--cache'))).toEqual(plain);
    const start = {
      args: ['--threads', '2', '--cache'],
      cwd: folder,
      env: { ...process.env, ...userOf(parent) },
      isTerminal: false,
    };
    const known = (): boolean => knownRun(start, cacheOf(start.args, start)!) !== undefined;
    // The first and last of each thread's share are among them.
    for (const i of [0, 1, 9, 18, 19, 20, 21, 30, 38, 39]) {
      const chart = path.join(folder, `app${i}`, 'Chart.yaml');
      const values = path.join(folder, `app${i}`, 'values.yaml');
      const text = readFileSync(values, 'utf8');
      writeFileSync(chart, '');
      expect(known(), `Chart.yaml beside app${i}`).toBe(false);
      rmSync(chart);
      writeFileSync(values, `${text}\n`);
      expect(known(), `values of app${i}`).toBe(false);
      writeFileSync(values, text);
      expect(known(), `app${i} as it was`).toBe(true);
    }
  });

  it('says what is wrong with a report that can be written no more', () => {
    const args = ['--format', 'json=out/report.json', '--cache'];
    run(...args);
    rmSync(path.join(folder, 'out'), { recursive: true });
    writeFileSync(path.join(folder, 'out'), '');
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot be written') });
  });
});
