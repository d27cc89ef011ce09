/** A version as Go's Masterminds/semver reads it: `1`, `v1.2` and `01.2.3` are versions too. */
interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly pre: string;
}

/** One comparison of a range; `parts` is how many of major, minor and patch are given as numbers. */
interface Comparison {
  readonly operator: string;
  readonly version: Version;
  readonly parts: 0 | 1 | 2 | 3;
}

const PRE = '(-([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?';
const BUILD = '(\\+([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?';
const PARTIAL = `v?([0-9|xX*]+)(\\.[0-9|xX*]+)?(\\.[0-9|xX*]+)?${PRE}${BUILD}`;
const OPERATORS = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^';
const VERSION = new RegExp(`^v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?${PRE}${BUILD}$`);
const COMPARISON = new RegExp(`^\\s*(${OPERATORS})\\s*(${PARTIAL})\\s*$`);
const ALL = `(${OPERATORS})\\s*(${PARTIAL})`;
const VALID = new RegExp(`^(\\s*${ALL}\\s*)((?:\\s+|,\\s*)${ALL}\\s*)*$`);
const HYPHEN = `\\s*(${PARTIAL})\\s+-\\s+(${PARTIAL})\\s*`;

/**
 * Whether a chart's version lies in the range that a dependency asks for; false when either cannot be read. Helm's
 * `IsCompatibleRange` (`pkg/chart/v2/util/compatible.go`), which is `Constraints.Check` of Masterminds/semver 3.5: npm's
 * semver differs in pre-releases, commas and `x` ranges. Compared with the original on 60,000 random pairs.
 */
export function isCompatibleRange(range: string, version: string): boolean {
  const candidate = readVersion(version);
  if (!candidate || range.length > 512) return false;
  const rewritten = range.replaceAll(new RegExp(HYPHEN, 'g'), (_all, ...groups: string[]) => {
    return `>= ${groups[0]}, <= ${groups[10]} `;
  });
  const alternatives = rewritten.split('||').map(readComparisons);
  if (alternatives.length > 32 || alternatives.includes(undefined)) return false;
  return alternatives.some((comparisons) => {
    const allowsPre = comparisons!.some((one) => one.version.pre !== '');
    if (candidate.pre !== '' && !allowsPre) return false;
    return comparisons!.every((one) => holds(candidate, one));
  });
}

function readVersion(text: string): Version | undefined {
  const match = text.length > 256 ? null : VERSION.exec(text);
  if (!match) return undefined;
  const pre = match[5] ?? '';
  if (pre.split('.').some((part) => /^0[0-9]+$/.test(part))) return undefined;
  const number = (part: string | undefined): number => Number((part ?? '0').replace('.', ''));
  return { major: number(match[1]), minor: number(match[2]), patch: number(match[3]), pre };
}

function readComparisons(text: string): Comparison[] | undefined {
  if (!VALID.test(text)) return undefined;
  const read: Comparison[] = [];
  for (const [found] of text.matchAll(new RegExp(ALL, 'g'))) {
    const comparison = readComparison(found);
    if (!comparison) return undefined;
    read.push(comparison);
  }
  return read;
}

function readComparison(text: string): Comparison | undefined {
  const match = COMPARISON.exec(text);
  if (!match) return undefined;
  const [, operator = '', full = '', major = '', minor = '', patch = '', pre = ''] = match;
  const wild = (part: string): boolean => part === '' || /^\.?[xX*]$/.test(part);
  const parts = wild(major) ? 0 : wild(minor) ? 1 : wild(patch) ? 2 : 3;
  const texts = [`0.0.0${pre}`, `${major}.0.0${pre}`, `${major}${minor}.0${pre}`, full] as const;
  const version = readVersion(texts[parts]);
  return version && { operator, version, parts };
}

function holds(v: Version, { operator, version: c, parts }: Comparison): boolean {
  const order = compare(v, c);
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
      return v.minor !== c.minor || (v.pre !== '' || c.pre !== '' ? comparePre(v.pre, c.pre) !== 0 : false);
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

function differs(v: Version, c: Version, order: number): boolean {
  return v.major !== c.major || v.minor !== c.minor || v.patch !== c.patch || order !== 0;
}

function tilde(v: Version, c: Version, order: number, minorOpen: boolean, patchOpen: boolean): boolean {
  if (order < 0) return false;
  if (c.major === 0 && c.minor === 0 && c.patch === 0 && !minorOpen && !patchOpen) return true;
  return v.major === c.major && (minorOpen || v.minor === c.minor);
}

function caret(v: Version, c: Version, order: number, minorOpen: boolean, patchOpen: boolean): boolean {
  if (order < 0) return false;
  if (c.major > 0 || minorOpen) return v.major === c.major;
  if (v.major > 0) return false;
  if (c.minor > 0 || patchOpen) return v.minor === c.minor;
  return v.minor === 0 && v.patch === c.patch;
}

function compare(a: Version, b: Version): number {
  const order = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  if (order !== 0 || a.pre === b.pre) return order;
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return comparePre(a.pre, b.pre);
}

function comparePre(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    if (x === '' || y === '') return x === '' ? -1 : 1;
    const [m, n] = [/^[0-9]+$/.test(x), /^[0-9]+$/.test(y)];
    if (m && n) return Number(x) - Number(y);
    if (m !== n) return m ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}
