import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder for compiled code among the caches of the user; undefined when there is none, or caching is turned off. */
export function codeFolder(env: Environment, platform: string): string | undefined {
  if (env.CHARTLINT_CODE_CACHE === '0' || env.NODE_DISABLE_COMPILE_CACHE !== undefined) return undefined;
  const caches = userCaches(env, platform);
  return caches !== undefined && path.isAbsolute(caches) ? path.join(caches, 'chartlint', 'code') : undefined;
}

function userCaches(env: Environment, platform: string): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA;
  // https://specifications.freedesktop.org/basedir-spec: empty means unset.
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (!env.HOME) return undefined;
  return platform === 'darwin' ? path.join(env.HOME, 'Library', 'Caches') : path.join(env.HOME, '.cache');
}
