import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';

const BYTES = 32;
const NAME = 'cache.key';

/**
 * The key that marks what is kept as ours: from CHARTLINT_CACHE_KEY, or from a file in the user's own folder (absolute), which is
 * made at first. Undefined when there is neither. Never throws.
 */
export function cacheKey(
  env: Readonly<Record<string, string | undefined>>,
  caches: string | undefined,
): Buffer | undefined {
  const named = env.CHARTLINT_CACHE_KEY;
  if (named !== undefined && named !== '') return createHash('sha256').update(named).digest();
  if (caches === undefined) return undefined;
  const folder = path.join(caches, 'key');
  const known = keyIn(folder);
  if (known !== undefined) return known;
  writePrivateFile(folder, NAME, randomBytes(BYTES));
  // Read again: another run may have been faster, and a disk may keep nothing.
  return keyIn(folder);
}

function keyIn(folder: string): Buffer | undefined {
  const bytes = readPrivateFile(folder, NAME);
  return bytes?.length === BYTES ? bytes : undefined;
}
