import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAction } from '../../src/action/run-action.ts';
import { runCli } from '../run-cli.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint-base-'));
const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

function git(cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, ...ENV },
  }).trim();
}

function commit(cwd: string, file: string, text: string): string {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-qm', file);
  return git(cwd, 'rev-parse', 'HEAD');
}

/**
 * A repository with a base branch of that name, two commits on it, and a change with two commits that was branched off after
 * the first; refs/pull/1/merge is the merge of both, as forges make it.
 */
function forge(base: string): { url: string; baseCommit: string; change: string } {
  const folder = path.join(root, `forge-${base}`);
  mkdirSync(folder);
  git(folder, 'init', '-q', '-b', base);
  const baseCommit = commit(folder, 'old/values.yaml', 'image: {repository: a, tag: latest}\n');
  git(folder, 'checkout', '-qb', 'change');
  commit(folder, 'new/values.yaml', 'image: {repository: b, tag: latest}\n');
  const change = commit(folder, 'more/values.yaml', 'a: 1\n');
  git(folder, 'checkout', '-q', base);
  const tip = commit(folder, 'other/values.yaml', 'image: {repository: c, tag: latest}\n');
  git(folder, 'checkout', '-q', '--detach');
  git(folder, 'merge', '-q', '--no-ff', '-m', `Merge ${change} into ${tip}`, 'change');
  git(folder, 'update-ref', 'refs/pull/1/merge', 'HEAD');
  git(folder, 'checkout', '-q', base);
  return { url: `file://${folder}`, baseCommit, change };
}

/** What actions/checkout and GitLab's runner do: fetch one ref, check it out detached. */
function checkout(name: string, url: string, ref: string, depth: number, branches = false): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  git(folder, 'init', '-q', '-b', 'unused');
  git(folder, 'remote', 'add', 'origin', url);
  const refs = [`+${ref}:refs/remotes/pull`, ...(branches ? ['+refs/heads/*:refs/remotes/origin/*'] : [])];
  git(folder, 'fetch', '-q', ...(depth > 0 ? [`--depth=${depth}`] : []), 'origin', ...refs);
  git(folder, 'checkout', '-q', '--detach', 'refs/remotes/pull');
  return folder;
}

const args = ['--changed', '--format', 'concise', '--no-config'];
const lint = (cwd: string, env: Record<string, string> = {}) => runCli(args, cwd, { env: { ...env } });

let main: ReturnType<typeof forge>;
let develop: ReturnType<typeof forge>;
beforeAll(() => {
  main = forge('main');
  develop = forge('release-7');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('--changed in checkouts as CI systems make them', () => {
  it('finds the change in a pull request with its whole history', async () => {
    const folder = checkout('full', main.url, 'refs/pull/1/merge', 0, true);
    const { stdout, exitCode } = await lint(folder, { GITHUB_BASE_REF: 'main' });
    expect(stdout).toContain('new/values.yaml');
    expect(stdout).not.toContain('old/values.yaml');
    expect(stdout).not.toContain('other/values.yaml');
    expect(exitCode).toBe(0);
  });

  it('finds the change where the base is neither main nor master', async () => {
    const folder = checkout('develop', develop.url, 'refs/pull/1/merge', 0, true);
    expect((await lint(folder, { GITHUB_BASE_REF: 'release-7' })).stdout).toContain('new/values.yaml');
    const alone = await lint(folder);
    expect(alone.exitCode).toBe(2);
    expect(alone.stderr).toBe(
      'chartlint: --changed: this checkout has no main branch to compare with (looked for origin/HEAD, origin/main, main, origin/master, master, origin/develop, develop, origin/trunk, trunk). Name a revision with --changed=REVISION\n',
    );
  });

  it('does not pass without looking in a shallow checkout', async () => {
    const folder = checkout('shallow', main.url, 'refs/pull/1/merge', 1);
    const { exitCode, stderr } = await lint(folder, { GITHUB_BASE_REF: 'main' });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'chartlint: --changed: GITHUB_BASE_REF names "main" as the base, and this checkout has no commit that HEAD shares with it. The checkout is shallow: fetch the history (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab), or name a commit that is there with --changed=REVISION\n',
    );
  });

  it('takes the first parent of the merge that GitHub checks out with fetch-depth: 2', async () => {
    const folder = checkout('two', main.url, 'refs/pull/1/merge', 2);
    const { stdout } = await lint(folder, { GITHUB_BASE_REF: 'main' });
    expect(stdout).toContain('new/values.yaml');
    expect(stdout).not.toContain('other/values.yaml');
  });

  it('takes the commit that a merge request names', async () => {
    const folder = checkout('gitlab', main.url, 'refs/heads/change', 0);
    const { stdout } = await lint(folder, { CI_MERGE_REQUEST_DIFF_BASE_SHA: main.baseCommit });
    expect(stdout).toContain('new/values.yaml');
    expect(stdout).not.toContain('old/values.yaml');
  });

  it('says that a revision is not there', async () => {
    const folder = path.join(root, 'full');
    const { exitCode, stderr } = await runCli(['--changed=nowhere'], folder);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'chartlint: --changed: there is no commit that HEAD and "nowhere" share. Name a revision with --changed=REVISION\n',
    );
  });

  it('lets changed-only of the Action fail rather than pass', async () => {
    const folder = path.join(root, 'shallow');
    let stderr = '';
    const exitCode = await runAction({
      cwd: folder,
      env: { 'INPUT_CHANGED-ONLY': 'true', GITHUB_BASE_REF: 'main', GITHUB_WORKSPACE: folder },
      isTerminal: false,
      stdout: () => {},
      stderr: (text) => {
        stderr += text;
      },
      readStdin: async () => '',
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The checkout is shallow');
  });
});
