import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliRun, runCli } from '../run-cli.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chartlint-safe-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** Code that leaves a mark where it runs. */
function marks(name: string): string {
  const mark = JSON.stringify(path.join(folder, name));
  return `import { writeFileSync } from 'node:fs';\nwriteFileSync(${mark}, '');\n`;
}

const PROGRAM = "export default { rules: { 'mutable-image-tag': 'error' } };\n";
const PLUGIN = "export default { name: 'theirs', rules: [] };\n";
const VALUES = 'image: { repository: a/b, tag: latest }\nreplicaCount: 1\n';

const lint = (cwd: string, ...args: string[]): Promise<CliRun> => runCli(args, path.join(folder, cwd));
const hasRun = (): boolean => existsSync(path.join(folder, 'ran'));

describe('the code of a configuration', () => {
  it('runs where it lies at or above the working directory, and not beyond the repository', async () => {
    write('repo/.git/HEAD', '');
    write('repo/chartlint.config.mjs', marks('ran') + PROGRAM);
    write('repo/deploy/values.yaml', VALUES);
    const { stdout, stderr } = await lint('repo/deploy');
    expect(stderr).toBe('');
    expect(stdout).toContain('error');
    expect(hasRun()).toBe(true);
  });

  it.each([
    ['beyond the repository', 'chartlint.config.mjs', 'repo/deploy', []],
    ['below the working directory', 'repo/deploy/chartlint.config.mjs', 'repo', ['deploy']],
    [
      'below it with a file name for standard input',
      'repo/deploy/chartlint.config.mjs',
      'repo',
      ['--stdin-filename', 'deploy/values.yaml'],
    ],
    ['beside the working directory', 'repo/deploy/chartlint.config.mjs', 'repo/other', ['../deploy']],
    ['in another repository', 'repo/chartlint.config.mjs', 'elsewhere', ['../repo/deploy']],
    ['at the working directory with --no-plugins', 'repo/chartlint.config.mjs', 'repo', ['--no-plugins']],
  ] as const)('does not run %s', async (name, config, cwd, args) => {
    write('repo/.git/HEAD', '');
    write('elsewhere/.git/HEAD', '');
    write(config, marks('ran') + PROGRAM);
    write('repo/deploy/values.yaml', VALUES);
    mkdirSync(path.join(folder, cwd), { recursive: true });
    const { stdout, stderr } = await lint(cwd, ...args);
    expect(hasRun()).toBe(false);
    expect(stdout).not.toMatch(/^error/m);
    const shown = path.relative(path.join(folder, cwd), path.join(folder, config)).split(path.sep).join('/');
    expect(stderr).toBe(
      name === 'beyond the repository'
        ? ''
        : `chartlint: "${shown}" is not run, because ${args.includes('--no-plugins' as never) ? 'of --no-plugins' : 'it lies in what is linted'}; "--config ${shown}" runs it\n`,
    );
  });

  it('ends at the working directory where there is no repository', async () => {
    write('chartlint.config.mjs', marks('ran') + PROGRAM);
    write('work/values.yaml', VALUES);
    await lint('work');
    expect(hasRun()).toBe(false);
  });

  it('runs where the user names it', async () => {
    write('repo/deploy/chartlint.config.mjs', marks('ran') + PROGRAM);
    write('repo/deploy/values.yaml', VALUES);
    await lint('repo', 'deploy', '--config', 'deploy/chartlint.config.mjs', '--no-plugins');
    expect(hasRun()).toBe(true);
  });
});

describe('plugins', () => {
  const CONFIG = 'plugins: [./theirs.mjs]\nrules: { theirs/some: error, mutable-image-tag: error }\n';

  it.each([
    ['run where the configuration is at the working directory', 'deploy', ['values.yaml'], true],
    ['do not run where it lies in what is linted', '.', ['deploy'], false],
    ['do not run with --no-plugins', 'deploy', ['--no-plugins'], false],
    [
      'do not run with --no-plugins and --config',
      '.',
      ['deploy', '--config', 'deploy/.chartlint.yaml', '--no-plugins'],
      false,
    ],
  ] as const)('%s', async (_name, cwd, args, runs) => {
    write('deploy/theirs.mjs', marks('ran') + PLUGIN);
    write('deploy/.chartlint.yaml', runs ? CONFIG.replace('theirs/some: error, ', '') : CONFIG);
    write('deploy/values.yaml', VALUES);
    const { exitCode, stdout, stderr } = await lint(cwd, ...args);
    expect(hasRun()).toBe(runs);
    expect(stderr).toContain(runs ? '' : 'are not run');
    // What else the configuration says counts.
    expect({ exitCode, error: stdout.includes('mutable-image-tag') }).toEqual({ exitCode: 1, error: true });
  });
});
