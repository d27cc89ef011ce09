import type { TolerationRole } from '../../model/scheduling-roles.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every entry of a list named `tolerations`, in any component. */
export function recognizeTolerations({ index, isRead }: ValuesView): TolerationRole[] {
  return index
    .mapsNamed(({ lower }) => lower.endsWith('tolerations'))
    .flatMap((node) => {
      if (typeof node.key !== 'number' || typeof node.parent?.key !== 'string') return [];
      const path = pathOf(node);
      return [{ path, value: node.map, active: isRead(path) }];
    });
}
