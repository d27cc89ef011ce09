import { expandBraces } from '../model/expand-braces.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import { segmentMatcher } from '../model/segment-pattern.ts';

/**
 * Tells whether one of the globs names the file or a folder that it lies in. Paths are relative to the folder of the config
 * file, with forward slashes. A glob without a slash counts at any depth, as in a .gitignore. Throws LimitReached.
 */
export function fileMatcher(globs: readonly string[]): (file: string) => boolean {
  const matchers = globs.flatMap(choicesOf).map((glob) => {
    const anchored = glob.replace(/^\.\//, '');
    const segments = anchored.split('/').filter((segment) => segment !== '');
    return segmentMatcher(glob.replace(/\/$/, '').includes('/') ? segments : ['**', ...segments]);
  });
  return (file) => {
    const segments = file.split('/');
    return matchers.some((matches) => matches(segments, true));
  };
}

/** Throws LimitReached where braces stand for too many globs. */
function choicesOf(glob: string): string[] {
  const choices = expandBraces(glob);
  if (choices !== undefined) return choices;
  throw new LimitReached(
    'globChoices',
    `the braces of a glob in the configuration stand for more than ${LIMITS.globChoices} globs`,
  );
}
