import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isAtOrBelow } from './is-at-or-below.ts';
import { repositoryRoot } from './repository-root.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of chartlint among the caches of the user. Undefined when there is none, and when it lies in the project (the
 * repository of the working directory, or without one the working directory): what is there may have come with it.
 */
export function ownCaches(env: Environment, platform: string, cwd: string): string | undefined {
  const caches = userCaches(env, platform);
  if (caches === undefined || !path.isAbsolute(caches)) return undefined;
  const project = repositoryRoot({ exists: existsSync }, cwd) ?? cwd;
  const isWholeDisk = path.dirname(project) === project;
  if (!isWholeDisk && isAtOrBelow(realOf(caches), realOf(project))) return undefined;
  return path.join(caches, 'chartlint');
}

function userCaches(env: Environment, platform: string): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA;
  // https://specifications.freedesktop.org/basedir-spec: empty means unset.
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (!env.HOME) return undefined;
  return platform === 'darwin' ? path.join(env.HOME, 'Library', 'Caches') : path.join(env.HOME, '.cache');
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
