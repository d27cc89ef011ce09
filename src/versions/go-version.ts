/** A version as Go's Masterminds/semver 3.5 reads it: `1`, `v1.2` and `01.2.3` are versions too. */
export interface GoVersion {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly pre: string;
  readonly metadata: string;
  readonly original: string;
}

const LARGEST = 2n ** 64n - 1n;
const VERSION =
  /^v?([0-9]+)(\.[0-9]+)?(\.[0-9]+)?(-([0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?(\+([0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?$/;

/** The version, or what `NewVersion` says about a text that is none. */
export function readGoVersion(text: string): GoVersion | string {
  if (text.length > 256) return 'version string is too long (max 256 bytes)';
  const match = VERSION.exec(text);
  if (!match) return 'invalid semantic version';
  const [major, minor, patch] = [match[1], match[2], match[3]].map((part) => (part ?? '0').replace('.', ''));
  for (const digits of [major!, minor!, patch!]) {
    if (BigInt(digits) > LARGEST)
      return `error parsing version segment: strconv.ParseUint: parsing "${digits}": value out of range`;
  }
  const pre = match[5] ?? '';
  const wrong = pre === '' ? undefined : prereleaseProblem(pre);
  if (wrong !== undefined) return wrong;
  return {
    major: BigInt(major!),
    minor: BigInt(minor!),
    patch: BigInt(patch!),
    pre,
    metadata: match[8] ?? '',
    original: text,
  };
}

/** What is wrong with the part behind the hyphen. */
export function prereleaseProblem(pre: string): string | undefined {
  for (const part of pre.split('.')) {
    if (/^0[0-9]+$/.test(part)) return 'version segment starts with 0';
    if (!/^[0-9A-Za-z-]+$/.test(part)) return 'invalid prerelease string';
  }
  return undefined;
}

/** What is wrong with the part behind the plus. */
export function metadataProblem(metadata: string): string | undefined {
  return /^[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*$/.test(metadata) ? undefined : 'invalid metadata string';
}

/** The version with all three numbers. */
export function showGoVersion({ major, minor, patch, pre, metadata }: GoVersion): string {
  return `${major}.${minor}.${patch}${pre && `-${pre}`}${metadata && `+${metadata}`}`;
}

/** Negative, zero or positive; what is behind the plus does not count. */
export function compareGoVersions(a: GoVersion, b: GoVersion): number {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return comparePrereleases(a.pre, b.pre);
}

/** Part by part: numbers by size and before words, words by their characters. */
export function comparePrereleases(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    if (x === '' || y === '') return x === '' ? -1 : 1;
    const [m, n] = [isNumber(x), isNumber(y)];
    if (m !== n) return m ? -1 : 1;
    return (m ? BigInt(x) < BigInt(y) : x < y) ? -1 : 1;
  }
  return 0;
}

/** A number too large for 64 bits is a word. */
function isNumber(part: string): boolean {
  return /^[0-9]+$/.test(part) && BigInt(part) <= LARGEST;
}
