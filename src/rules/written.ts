import { isUserLayer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Whether some file holds the path: the user's, or the chart's own values when they are at hand. */
export function isWritten({ values }: Release, path: ValuesPath): boolean {
  return values.layersSetting(path).some(({ document }) => document !== undefined);
}

/** Whether the user's files or flags write the path, the chart's own values aside. */
export function isUserWritten({ values }: Release, path: ValuesPath): boolean {
  return values.layersSetting(path).some(isUserLayer);
}

/** The path of a pair at which a person made the mistake: one they changed, else one that is written. */
export function editedPath(release: Release, paths: readonly [ValuesPath, ...ValuesPath[]]): ValuesPath {
  return (
    paths.find((path) => release.values.changedByUser(path)) ??
    paths.find((path) => isUserWritten(release, path)) ??
    paths.find((path) => isWritten(release, path)) ??
    paths[0]
  );
}
