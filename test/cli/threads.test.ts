import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { fixtureCases } from '../fixture-cases.ts';
import { reportText, runCli } from '../run-cli.ts';
import { someCases } from '../some-cases.ts';
import { expectSameInThreads } from './same-in-threads.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = path.join(root, 'dist', 'cli.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with so many values files and a plugin that says in which thread its rule runs, and fails where it is told to. */
function project(name: string, files: number, broken: readonly number[] = []): string {
  const cwd = path.join(folder, name);
  for (let i = 0; i < files; i++) {
    mkdirSync(path.join(cwd, `app${i}`), { recursive: true });
    writeFileSync(
      path.join(cwd, `app${i}`, 'values.yaml'),
      broken.includes(i) ? `fail: ${i}\n` : `a: ${i}\n`,
    );
  }
  writeFileSync(path.join(cwd, 'chartlint.config.json'), '{ "plugins": ["./rules.mjs"] }');
  writeFileSync(
    path.join(cwd, 'rules.mjs'),
    `import { isMainThread } from 'node:worker_threads';
let calls = 0;
const words = { summary: 'A sample.', why: 'For the test.', source: 'None.' };
export default {
  name: 'acme',
  rules: [{
    id: 'thread', severity: 'warning', recommended: true, docs: words, examples: { bad: [], good: [] },
    *check({ values }) {
      if ('fail' in values.data) throw new Error('cannot judge ' + values.data.fail);
      // The first ones take longer, as in a program that warms up.
      const end = Date.now() + (calls++ < 4 ? 100 : 20);
      while (Date.now() < end);
      yield { at: ['a'], message: isMainThread ? 'linted by the first thread' : 'linted by another thread' };
    },
  }],
};
`,
  );
  return cwd;
}

describe('--threads', () => {
  it('says the same in every format as one thread does', async () => {
    expect(existsSync(path.join(root, 'dist', 'worker.cjs'))).toBe(true);
    const all = ['fixtures/charts', 'fixtures/rules'];
    await expectSameInThreads(process.env.CI === undefined ? ['fixtures/charts/hotswap'] : all, root);
  });

  const projects = fixtureCases().filter(
    // Those that write would write into the fixtures.
    ({ name, args }) =>
      name.startsWith('projects/') &&
      !Object.hasOwn(COMMANDS, args[0] ?? '') &&
      !args.some((arg) => /^--(?:fix|update)/.test(arg)),
  );
  it.each(someCases(projects))('says the same in $name', async ({ folder: cwd, args, stdin, reportFile }) => {
    const run = await runCli([...args, '--threads', '2'], cwd, { readStdin: async () => stdin });
    expect(reportText(run)).toBe(readFileSync(reportFile, 'utf8'));
  });

  it('runs the rules of plugins in every thread, and shows how far the run is', async () => {
    const cwd = project('plugin', 60);
    const shown: string[] = [];
    const { stdout, exitCode } = await runCli(['--format', 'concise', '--threads', '2'], cwd, {
      isTerminal: true,
      stderr: (text) => shown.push(text),
    });
    expect(exitCode, shown.join('')).toBe(0);
    expect(stdout.match(/linted by (?:the first|another) thread/g)).toHaveLength(60);
    expect(stdout).toContain('linted by the first thread');
    expect(stdout).toContain('linted by another thread');
    expect(shown.join('')).toMatch(/chartlint: \d+ of 60 releases/);
  });

  it('reports a rule that fails in some threads like one that fails in the only one', async () => {
    const cwd = project('failing', 40, [37, 22, 14, 13]);
    const run = (threads: string) => runCli(['--format', 'concise', '--threads', threads], cwd);
    const one = await run('1');
    expect(one.exitCode).toBe(2);
    expect(
      one.stdout.match(/The rule "acme\/thread" failed with "cannot judge (?:37|22|14|13)"/g),
    ).toHaveLength(4);
    const thread = /by (?:the first|another) thread/g;
    const several = await run('4');
    expect({ ...several, stdout: several.stdout.replaceAll(thread, '') }).toEqual({
      ...one,
      stdout: one.stdout.replaceAll(thread, ''),
    });
  });

  it('uses other threads by itself when much is left to do', async () => {
    const { stdout } = await runCli(['--format', 'concise'], project('long', 120));
    // Where there is one core only, one thread does it all.
    const others = spawnSync(process.execPath, ['-p', 'os.availableParallelism() > 1'], { encoding: 'utf8' });
    expect(stdout.includes('linted by another thread')).toBe(others.stdout.trim() === 'true');
  });

  it('tells V8 in a run over many files', async () => {
    const cwd = path.join(folder, 'plain');
    mkdirSync(cwd);
    for (let i = 0; i < 100; i++) writeFileSync(path.join(cwd, `values-${i}.yaml`), 'a: 1\n');
    const told: string[] = [];
    const v8 = { setFlagsFromString: (flag: string) => told.push(flag) };
    const own = process.getBuiltinModule.bind(process);
    const spy = vi
      .spyOn(process, 'getBuiltinModule')
      .mockImplementation(((name: string) => (name === 'node:v8' ? v8 : own(name))) as never);
    // In process, whatever the program is.
    const { exitCode } = await runCli(['--threads', '2'], cwd, { isTerminal: false });
    spy.mockRestore();
    expect({ exitCode, told: told.length }).toEqual({ exitCode: 0, told: 1 });
  });

  it('loads nothing of threads for a small run', () => {
    const cwd = path.join(root, 'fixtures', 'projects', 'stacks');
    const lists = (...args: string[]): string =>
      spawnSync(
        process.execPath,
        [
          '--import',
          'data:text/javascript,process.on("exit",()=>process.stderr.write(process.moduleLoadList.join()))',
          cli,
          ...args,
        ],
        { cwd, encoding: 'utf8' },
      ).stderr;
    expect(lists()).not.toContain('NativeModule worker_threads');
    expect(lists('--threads', '2')).toContain('NativeModule worker_threads');
  });

  it.each(['0', '-1', '1.5', 'many', '1000'])('refuses %s', async (threads) => {
    const { exitCode, stderr } = await runCli([`--threads=${threads}`], folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('It takes a whole number from 1 to 999.');
  });
});
