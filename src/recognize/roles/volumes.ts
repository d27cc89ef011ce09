import type { VolumesRole } from '../../model/pod-roles.ts';
import { listsNamed, objectsIn } from '../named-lists.ts';
import type { ValuesView } from '../values-view.ts';

/** Every list of volumes: `volumes` and `extraVolumes`, when its items are volumes of a pod. */
export function recognizeVolumes({ index }: ValuesView): VolumesRole[] {
  return listsNamed(index, 'volumes').map(({ path, list }) => ({
    path,
    volumes: objectsIn(list),
  }));
}
