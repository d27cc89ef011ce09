import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { FileSystem } from '../files/file-system.ts';
import { memoryFiles } from '../files/memory-files.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { UsageError } from '../files/usage-error.ts';
import { askGit, runGit } from './run-git.ts';

/**
 * The files at and below some paths (absolute) as they were in a git revision. What git ignores there (downloaded dependencies in
 * `charts/`) is as it is now. Throws a UsageError without git, a repository or the revision.
 */
export function revisionFiles(
  disk: FileSystem,
  cwd: string,
  revision: string,
  paths: readonly string[],
): FileSystem {
  const root = repositoryRoot(disk, cwd);
  if (root === undefined) throw new UsageError(`--base: "${cwd}" is in no git repository`);
  // A revision that starts with a dash would be an option of git.
  const commit = revision.startsWith('-')
    ? undefined
    : askGit(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (commit === undefined) throw new UsageError(`--base: git knows no revision "${revision}"`);
  const inside = paths.map((file) => path.relative(root, file) || '.');
  const outside = inside.find((file) => file.startsWith('..') || path.isAbsolute(file));
  if (outside !== undefined) throw new UsageError(`--base: "${outside}" is outside of the git repository`);
  const listed = runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...inside]);
  const blobs = listed.split('\0').flatMap((line) => {
    const [, hash, name] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return hash === undefined || name === undefined ? [] : [{ hash, file: path.join(root, name) }];
  });
  const texts = blobTexts(
    root,
    blobs.map(({ hash }) => hash),
  );
  const ignored = runGit(root, [
    'ls-files',
    '-z',
    '--others',
    '--ignored',
    '--exclude-standard',
    '--',
    ...inside,
  ])
    .split('\0')
    .filter((name) => /(?:^|\/)charts\//.test(name))
    .map((name) => path.join(root, name));
  return memoryFiles([
    ...ignored.map((file) => [file, disk.read(file)] as const),
    ...blobs.map(({ file }, i) => [file, texts[i]!] as const),
  ]);
}

/** What the blobs hold, by one process of git. */
function blobTexts(root: string, hashes: readonly string[]): Uint8Array[] {
  if (hashes.length === 0) return [];
  const output = execFileSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${hashes.join('\n')}\n`,
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let at = 0;
  return hashes.map(() => {
    const line = output.indexOf(10, at);
    const size = Number(output.toString('latin1', at, line).split(' ')[2]);
    at = line + 1 + size + 1;
    return output.subarray(line + 1, line + 1 + size);
  });
}
