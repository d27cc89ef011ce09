import path from 'node:path';

/** The default folder of the cache, in the working directory: what CI restores must lie in the checkout. */
export const CACHE_FOLDER = '.chartlint_cache';

/** The absolute cache folder that the command line names; undefined when it asks for no cache. */
export function cacheFolderOf(args: readonly string[], cwd: string): string | undefined {
  let folder: string | undefined;
  for (const [i, arg] of args.entries()) {
    if (arg === '--cache') folder ??= CACHE_FOLDER;
    else if (arg === '--cache-location') folder = args[i + 1] ?? folder;
    else if (arg.startsWith('--cache-location=')) folder = arg.slice('--cache-location='.length);
  }
  return folder === undefined ? undefined : path.resolve(cwd, folder);
}
