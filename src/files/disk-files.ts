import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { LIMITS } from '../model/limits.ts';
import { textOf } from '../model/text-of.ts';
import { contentHash } from './content-hash.ts';
import type { FileSystem } from './file-system.ts';
import { pathKind, statsOf } from './path-kind.ts';
import { readBounded } from './read-bounded.ts';
import { UNTRACKED } from './untracked.ts';

/** The disk, as it is whenever it is asked. */
export const diskFiles: FileSystem = {
  ...UNTRACKED,
  exists: existsSync,
  kind: pathKind,
  size: (file) => statsOf(file)?.size ?? 0,
  read: (file, most = LIMITS.fileBytes) => readBounded(file, most),
  readText: (file, most = LIMITS.fileBytes) => textOf(readBounded(file, most)),
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  real: (file) => realpathSync(file),
  isLink: (file) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true,
  stats: statsOf,
  nameContent: contentHash,
};
