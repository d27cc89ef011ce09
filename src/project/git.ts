import path from 'node:path';
import { changeBase } from './change-base.ts';
import type { ChangeSet } from './change-set.ts';
import { type ChangedLines, changedLines } from './changed-lines.ts';
import { askGit, runGit } from './run-git.ts';

/**
 * Absolute paths of the files that git sees changed below the folder: staged ones, or all that differ from where the work
 * left the base (committed, staged, in the work tree, untracked). Deleted files are among them, and the old names of renamed
 * ones. Throws a UsageError when git cannot answer.
 */
export function changedFiles(cwd: string, changes: ChangeSet): string[] {
  const root = runGit(cwd, ['rev-parse', '--show-toplevel']).trim();
  const names =
    changes.kind === 'staged'
      ? list(cwd, ['diff', '--cached', '--name-only', '--no-renames', '-z'])
      : [
          ...list(cwd, [
            'diff',
            '--name-only',
            '--no-renames',
            '-z',
            changeBase(cwd, changes.base, changes.announced),
          ]),
          ...untracked(cwd),
        ];
  return [...new Set(names)].map((name) => path.join(root, name));
}

/**
 * Asks git what a change touched of a file (absolute) that now holds a text: undefined when the file is new, nothing when git
 * does not know it. Throws a UsageError when git cannot tell the base.
 */
export function changesOfLines(
  cwd: string,
  changes: ChangeSet,
): (file: string, text: string) => ChangedLines | undefined {
  const base = changes.kind === 'staged' ? '--cached' : changeBase(cwd, changes.base, changes.announced);
  return (file, text) => {
    const tracked = askGit(cwd, ['ls-files', '--', file]);
    if (tracked === '') return undefined;
    const diff = tracked && askGit(cwd, ['diff', ...PLAIN, base, '--', file]);
    return changedLines(diff ?? '', text);
  };
}

/** A diff of lines alone that runs no other program. */
const PLAIN = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv'];

/** The branch that the repository calls its main one, undefined when there is none to see. */
export function mainBranch(root: string): string | undefined {
  for (const args of [
    ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'],
    ['symbolic-ref', '--short', 'HEAD'],
  ]) {
    try {
      return runGit(root, args)
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

function list(cwd: string, args: readonly string[]): string[] {
  return runGit(cwd, args)
    .split('\0')
    .filter((name) => name !== '');
}
