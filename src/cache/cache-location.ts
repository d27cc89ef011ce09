import path from 'node:path';
import { ownCaches } from '../files/own-caches.ts';
import { cacheKey } from './cache-key.ts';

/** Where runs are kept, and what tells those of the user from anybody else's. */
export interface CacheLocation {
  /** Absolute. */
  readonly folder: string;
  /** Marks what is kept; nobody else has it. */
  readonly key: Buffer;
}

/** What a run is started with, as far as it decides where it is kept. */
interface CacheStart {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where the runs of `--cache` are kept: in the folder that the command line names (`named`), else among the caches of the user.
 * Undefined when the user has no folder of their own for the key, or for the runs.
 */
export function cacheLocation(
  named: string | undefined,
  { cwd, env }: CacheStart,
): CacheLocation | undefined {
  const caches = ownCaches(env, process.platform, cwd);
  const folder = named === undefined ? caches && path.join(caches, 'lint') : path.resolve(cwd, named);
  const key = folder === undefined ? undefined : cacheKey(env, caches);
  return folder === undefined || key === undefined ? undefined : { folder, key };
}

/** The cache that the command line asks for, without parsing all of it; undefined when it asks for none, or there is none. */
export function cacheOf(args: readonly string[], start: CacheStart): CacheLocation | undefined {
  let isAsked = false;
  let named: string | undefined;
  for (const [i, arg] of args.entries()) {
    if (arg === '--cache') isAsked = true;
    else if (arg === '--cache-location') named = args[i + 1] ?? named;
    else if (arg.startsWith('--cache-location=')) named = arg.slice('--cache-location='.length);
  }
  return isAsked || named !== undefined ? cacheLocation(named, start) : undefined;
}
