import semver from 'semver';

/**
 * What Helm does with nulls. `A` (up to 3.20.0, 4.0.0 to 4.1.2): a null inside a map deletes the key, whether or not the
 * chart has a default. `B` (3.20.1 and later 3.x, 4.1.3 to 4.1.x): a null for a key without a default is kept. `C` (4.2.0
 * and later): as `B`, and nulls in the chart's own defaults are dropped.
 */
export type NullProfile = 'A' | 'B' | 'C';

/** The newest rules: those of `C`. */
export const NEWEST_NULL_PROFILE: NullProfile = 'C';

/** The profile of a Helm version (`3.19.4`, `v4.2`, `4`); the newest without a version or with one nobody can read. */
export function nullProfile(helmVersion?: string): NullProfile {
  const version = readHelmVersion(helmVersion);
  if (version === undefined) return NEWEST_NULL_PROFILE;
  if (semver.lt(version, '3.20.1')) return 'A';
  if (version.major === 3) return 'B';
  if (semver.lt(version, '4.1.3')) return 'A';
  return semver.lt(version, '4.2.0') ? 'B' : 'C';
}

/** The major version of Helm; 4 without a version. Helm 4 reads `--set-json '{…}'`, Helm 3 does not. */
export function helmMajor(helmVersion?: string): number {
  return readHelmVersion(helmVersion)?.major ?? 4;
}

/** `3` and `3.20` mean the newest release of that line, as people mean it who write it. Pre-releases count as releases. */
function readHelmVersion(text: string | undefined): semver.SemVer | undefined {
  const match = /^\s*v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?/.exec(text ?? '');
  if (!match) return undefined;
  return new semver.SemVer(`${match[1]}.${match[2] ?? 999}.${match[3] ?? 999}`);
}
