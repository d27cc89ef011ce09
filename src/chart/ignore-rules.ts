import { pathPattern } from '../files/match-path.ts';
import { path } from '../files/path.ts';

interface IgnoreRule {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
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
  const rules = [...rulesIn(text), ...parsed('templates/.?*', text.length)];
  return (name, isFolder) => rules.some((rule) => leavesOut(rule, name, isFolder));
}

/** The part of a `.helmignore` that leaves a file out; undefined where none does. */
export function ignoringRule(
  text: string,
  name: string,
): Pick<IgnoreRule, 'start' | 'end' | 'negate'> | undefined {
  return rulesIn(text).find((rule) => leavesOut(rule, name, false));
}

function leavesOut({ negate, foldersOnly, matches }: IgnoreRule, name: string, isFolder: boolean): boolean {
  const isOfItsKind = !foldersOnly || isFolder;
  return negate ? !isOfItsKind || !matches(name) : isOfItsKind && matches(name);
}

function rulesIn(text: string): IgnoreRule[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((line) => parsed(line[0], line.index));
}

function parsed(line: string, at: number): IgnoreRule[] {
  const written = line.replace(/^\ufeff/, '').trim();
  // Helm refuses the whole chart for `**` and malformed patterns; the rest of it can still be read.
  if (written === '' || written.startsWith('#') || written.includes('**')) return [];
  const negate = written.startsWith('!');
  const foldersOnly = written.endsWith('/');
  const rule = written.slice(negate ? 1 : 0, foldersOnly ? -1 : undefined);
  const pattern = pathPattern(rule.replace(/^\//, ''));
  if (pattern === undefined) return [];
  const whole = rule.includes('/');
  const start = at + line.indexOf(written);
  const end = start + written.length;
  return [
    { start, end, negate, foldersOnly, matches: (name) => pattern.test(whole ? name : path.basename(name)) },
  ];
}
