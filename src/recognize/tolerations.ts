import type { TolerationRole } from '../model/scheduling-roles.ts';
import type { IsRead } from './unread-sections.ts';
import { pathOf, type ValueMap } from './value-map.ts';

/** Every entry of a list named `tolerations`, in any component. */
export function recognizeTolerations(maps: readonly ValueMap[], isRead: IsRead): TolerationRole[] {
  return maps.flatMap((node) => {
    const list = typeof node.key === 'number' ? node.parent?.key : undefined;
    if (typeof list !== 'string' || !/tolerations$/i.test(list)) return [];
    const path = pathOf(node);
    return [{ path, value: node.map, active: isRead(path) }];
  });
}
