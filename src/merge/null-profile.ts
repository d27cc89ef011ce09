/**
 * What Helm does with nulls. `A` (up to 3.20.0, 4.0.0 to 4.1.2): a null inside a map deletes the key, whether or not the
 * chart has a default. `B` (3.20.1 and later 3.x, 4.1.3 to 4.1.x): a null for a key without a default is kept. `C` (4.2.0
 * and later): as `B`, and nulls in the chart's own defaults are dropped.
 */
export type NullProfile = 'A' | 'B' | 'C';

/** The profile of a Helm version (`3.19.4`, `v4.2`, `4`); that of the newest Helm without a version. */
export function nullProfile(helmVersion?: string): NullProfile {
  const version = readHelmVersion(helmVersion);
  if (isBefore(version, [3, 20, 1])) return 'A';
  if (version[0] === 3) return 'B';
  if (isBefore(version, [4, 1, 3])) return 'A';
  return isBefore(version, [4, 2, 0]) ? 'B' : 'C';
}

/** The major version of Helm. Helm 4 reads `--set-json '{…}'`, Helm 3 does not. */
export function helmMajor(helmVersion?: string): number {
  return readHelmVersion(helmVersion)[0];
}

type Version = readonly [major: number, minor: number, patch: number];

const NEWEST: Version = [Infinity, Infinity, Infinity];

/** `3` and `3.20` mean the newest release of that line, as people mean it who write it. Pre-releases count as releases. */
function readHelmVersion(text: string | undefined): Version {
  const match = /^\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text ?? '');
  if (!match) return NEWEST;
  return [Number(match[1]), Number(match[2] ?? Infinity), Number(match[3] ?? Infinity)];
}

function isBefore(a: Version, b: Version): boolean {
  for (const i of [0, 1, 2] as const) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}
