import { pathPattern } from '../files/match-path.ts';
import { path } from '../files/path.ts';

interface IgnoreRule {
  readonly negate: boolean;
  readonly foldersOnly: boolean;
  matches(name: string): boolean;
}

/** Says whether Helm leaves a file or folder out of the chart; `name` is relative to the chart, with forward slashes. */
export type IgnoreRules = (name: string, isFolder: boolean) => boolean;

/**
 * Helm's reading of `.helmignore` (`pkg/ignore/rules.go`), which is not git's: the first rule that matches decides, and a
 * negated rule ignores all that it does not match. Hidden files below `templates/` are always left out.
 */
export function ignoreRules(text: string): IgnoreRules {
  const rules = [...text.replace(/^\ufeff/, '').split(/\r?\n/), 'templates/.?*'].flatMap(parsed);
  return (name, isFolder) => {
    for (const { negate, foldersOnly, matches } of rules) {
      if (negate) {
        if ((foldersOnly && !isFolder) || !matches(name)) return true;
      } else if ((!foldersOnly || isFolder) && matches(name)) return true;
    }
    return false;
  };
}

function parsed(line: string): IgnoreRule[] {
  const written = line.trim();
  // Helm refuses the whole chart for `**` and malformed patterns; the rest of it can still be read.
  if (written === '' || written.startsWith('#') || written.includes('**')) return [];
  const negate = written.startsWith('!');
  const foldersOnly = written.endsWith('/');
  const rule = written.slice(negate ? 1 : 0, foldersOnly ? -1 : undefined);
  const pattern = pathPattern(rule.replace(/^\//, ''));
  if (pattern === undefined) return [];
  const whole = rule.includes('/');
  return [{ negate, foldersOnly, matches: (name) => pattern.test(whole ? name : path.basename(name)) }];
}
