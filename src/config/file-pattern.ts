import { segmentMatcher } from '../model/segment-pattern.ts';

/**
 * Tells whether one of the globs names the file or a folder that it lies in. Paths are relative to the folder of the config
 * file, with forward slashes. A glob without a slash counts at any depth, as in a .gitignore.
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

/** `a{b,c}` as `ab` and `ac`; braces that do not close stay as they are. */
function expandBraces(glob: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob);
  if (match === null) return [glob];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expandBraces(`${before}${choice}${after}`));
}
