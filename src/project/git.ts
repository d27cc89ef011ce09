import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { exists } from '../files/observed-files.ts';
import { UsageError } from '../files/usage-error.ts';
import type { ChangeSet } from './change-set.ts';

/** The root of the git repository that holds the folder, undefined outside of one. Asks no program. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/**
 * Absolute paths of the files that git sees changed below the folder: staged ones, or all that differ from where the work
 * left the base (committed, staged, in the work tree, untracked). Deleted files do not count. Throws a UsageError when git
 * cannot answer.
 */
export function changedFiles(cwd: string, changes: ChangeSet): string[] {
  const root = git(cwd, ['rev-parse', '--show-toplevel']).trim();
  const names =
    changes.kind === 'staged'
      ? list(cwd, ['diff', '--cached', '--name-only', '--diff-filter=d', '-z'])
      : [
          ...list(cwd, ['diff', '--name-only', '--diff-filter=d', '-z', mergeBase(cwd, changes.base)]),
          ...untracked(cwd),
        ];
  return [...new Set(names)].map((name) => path.join(root, name)).filter((file) => exists(file));
}

/** The branch that the repository calls its main one, undefined when there is none to see. */
export function mainBranch(root: string): string | undefined {
  for (const args of [
    ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'],
    ['symbolic-ref', '--short', 'HEAD'],
  ]) {
    try {
      return git(root, args)
        .trim()
        .replace(/^origin\//, '');
    } catch {
      // No remote, no branch, or no repository at all.
    }
  }
  return undefined;
}

function untracked(cwd: string): string[] {
  return list(cwd, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/']);
}

/** In a pull request GitHub names the base branch; else the usual names of the main branch are tried, then the last commit. */
function mergeBase(cwd: string, base: string | undefined): string {
  if (base !== undefined) return git(cwd, ['merge-base', base, 'HEAD']).trim();
  for (const candidate of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
    try {
      return git(cwd, ['merge-base', candidate, 'HEAD']).trim();
    } catch {
      // This name is not in the repository.
    }
  }
  return 'HEAD';
}

function list(cwd: string, args: readonly string[]): string[] {
  return git(cwd, args)
    .split('\0')
    .filter((name) => name !== '');
}

function git(cwd: string, args: readonly string[]): string {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    const stderr =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new UsageError(`git ${args[0]} failed: ${stderr === '' ? 'is git installed?' : stderr}`);
  }
}
