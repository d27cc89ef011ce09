import type { ChartProfile } from '../model/chart-profile.ts';
import { parsePointer, toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { VolumeMountsRole, VolumesRole } from '../model/pod-roles.ts';
import { valueAt } from '../model/values-path.ts';
import { annotatedValues } from './match-annotations.ts';
import { pathOf, type ValueMap } from './value-map.ts';

/**
 * Every list of volume mounts: annotated ones, with the volumes that the chart adds; then `volumeMounts` and
 * `extraVolumeMounts` anywhere, of which nobody knows what the chart adds.
 */
export function recognizeVolumeMounts(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
): VolumeMountsRole[] {
  const found = new Map<string, VolumeMountsRole>();
  for (const { path, value, annotation } of annotatedValues(
    data,
    chart?.annotations ?? [],
    'volume-mounts',
  )) {
    const volumes = annotation.volumes === undefined ? undefined : parsePointer(annotation.volumes);
    found.set(toPointer(path), {
      path,
      mounts: objectsIn(value),
      known: new Set([
        ...objectsIn(volumes === undefined ? [] : (valueAt(data, volumes) ?? [])).map(({ name }) =>
          String(name),
        ),
        ...(annotation.chartVolumes ?? []),
      ]),
      volumes,
      writable: annotation.writable ?? [],
      readOnlyRoot: annotation.readOnlyRoot === undefined ? undefined : parsePointer(annotation.readOnlyRoot),
    });
  }
  for (const { path, list } of listsNamed(maps, /^(?:extra)?volumeMounts$/i)) {
    if (found.has(toPointer(path))) continue;
    const mounts = objectsIn(list);
    found.set(toPointer(path), {
      path,
      mounts,
      known: undefined,
      volumes: undefined,
      writable: [],
      readOnlyRoot: undefined,
    });
  }
  return [...found.values()];
}

/** Every list of volumes: `volumes` and `extraVolumes`, when its items are volumes of a pod. */
export function recognizeVolumes(maps: readonly ValueMap[]): VolumesRole[] {
  return listsNamed(maps, /^(?:extra)?volumes$/i).map(({ path, list }) => ({
    path,
    volumes: objectsIn(list),
  }));
}

function listsNamed(
  maps: readonly ValueMap[],
  name: RegExp,
): { path: VolumesRole['path']; list: JsonValue[] }[] {
  const lists: { path: VolumesRole['path']; list: JsonValue[] }[] = [];
  for (const node of maps) {
    for (const [key, list] of Object.entries(node.map)) {
      if (name.test(key) && Array.isArray(list)) lists.push({ path: pathOf(node, key), list });
    }
  }
  return lists;
}

function objectsIn(list: JsonValue): JsonObject[] {
  return Array.isArray(list) ? list.map((item) => (isJsonObject(item) ? item : {})) : [];
}
