import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placeInProject } from '../files/writable-place.ts';

/**
 * Makes the folder of the cache (absolute) unless it is there, so that git and backups leave it alone
 * (https://bford.info/cachedir/). Throws a `WriteRefused` when a link leads it out of the project that it lies in, or what the
 * file system throws.
 */
export function makeCacheFolder(folder: string, cwd: string): void {
  placeInProject(folder, cwd);
  // In a folder that was there before, a `.gitignore` might hide what belongs to the user.
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) === undefined) return;
  writeFileSync(path.join(folder, '.gitignore'), '*\n');
  writeFileSync(path.join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
}
