import { isAmong, isUserLayer, type Layer } from '../model/layer.ts';
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

/**
 * Whether people whom this release belongs to wrote the path over what its chart brings along: in their files or flags, or in
 * the values.yaml of the linted chart below the name of a dependency.
 */
export function isOverlaid(release: Release, path: ValuesPath): boolean {
  const isOverlay = overlayTest(release, path);
  return release.values.layersSetting(path).some(isOverlay);
}

/** Whether the defaults that a chart brings along hold the path, what `isOverlaid` tells aside. */
export function hasDefault(release: Release, path: ValuesPath): boolean {
  const isOverlay = overlayTest(release, path);
  return release.values.layersSetting(path).some((layer) => !isOverlay(layer));
}

function overlayTest({ files, values }: Release, path: ValuesPath): (layer: Layer) => boolean {
  const depth = values.ownerOf(path).scope.length;
  return (layer) => isUserLayer(layer) || (layer.scope.length < depth && isAmong(layer, files));
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
