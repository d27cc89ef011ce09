/**
 * What tells releases apart: in planning, in the cache, in the baseline and in fingerprints. Several can be in one file, and
 * one file in several.
 */
export interface ReleaseId {
  /** The id of the source that makes it a release: a values file, a manifest; absent when the configuration does. */
  readonly source?: string;
  /** What it is called there: `prod`, `HelmRelease shop/web`; absent for a values file that is one release by itself. */
  readonly name?: string;
}

/** The id as text: equal for equal ids only. */
export function releaseKey({ source, name }: ReleaseId): string {
  return JSON.stringify([source ?? null, name ?? null]);
}
