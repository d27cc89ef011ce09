import path from 'node:path';
import { ownCaches } from '../files/own-caches.ts';

/** The folder for compiled code among the caches of the user; undefined when there is none, or caching is turned off. */
export function codeFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  cwd: string,
): string | undefined {
  if (env.CHARTLINT_CODE_CACHE === '0' || env.NODE_DISABLE_COMPILE_CACHE !== undefined) return undefined;
  const caches = ownCaches(env, platform, cwd);
  return caches === undefined ? undefined : path.join(caches, 'code');
}
