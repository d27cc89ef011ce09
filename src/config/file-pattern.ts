import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import { segmentMatcher } from '../model/segment-pattern.ts';

/**
 * Tells whether one of the globs names the file or a folder that it lies in. Paths are relative to the folder of the config
 * file, with forward slashes. A glob without a slash counts at any depth, as in a .gitignore. Throws LimitReached.
 */
export function fileMatcher(globs: readonly string[]): (file: string) => boolean {
  const matchers = globs.flatMap(expandBraces).map((glob) => {
    const anchored = glob.replace(/^\.\//, '');
    const segments = anchored.split('/').filter((segment) => segment !== '');
    return segmentMatcher(glob.replace(/\/$/, '').includes('/') ? segments : ['**', ...segments]);
  });
  return (file) => {
    const segments = file.split('/');
    return matchers.some((matches) => matches(segments, true));
  };
}

/** `a{b,c}` as `ab` and `ac`; braces that do not close stay as they are. Throws LimitReached where they stand for too many. */
function expandBraces(glob: string): string[] {
  let expanded = [glob];
  for (;;) {
    const next = expanded.flatMap(expandFirst);
    if (next.length > LIMITS.globChoices)
      throw new LimitReached(
        'globChoices',
        `the braces of a glob in the configuration stand for more than ${LIMITS.globChoices} globs`,
      );
    if (next.length === expanded.length && next.every((one, i) => one === expanded[i])) return expanded;
    expanded = next;
  }
}

/** The choices of the first pair of braces that holds no other. */
function expandFirst(glob: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob);
  if (match === null) return [glob];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').map((choice) => `${before}${choice}${after}`);
}
