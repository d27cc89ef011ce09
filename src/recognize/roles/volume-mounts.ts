import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import type { VolumeMountsRole } from '../../model/pod-roles.ts';
import { valueAt } from '../../model/values-path.ts';
import { listsNamed, objectsIn } from '../named-lists.ts';
import type { ValuesView } from '../values-view.ts';

/**
 * Every list of volume mounts: annotated ones, with the volumes that the chart adds; then `volumeMounts` and
 * `extraVolumeMounts` anywhere, of which nobody knows what the chart adds.
 */
export function recognizeVolumeMounts(view: ValuesView): VolumeMountsRole[] {
  const { data, index } = view;
  const found = new Map<string, VolumeMountsRole>();
  for (const { path, value, annotation } of view.annotated('volume-mounts')) {
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
  for (const { path, list } of listsNamed(index, 'volumemounts')) {
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
