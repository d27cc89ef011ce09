import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Setting, StringMapRole } from '../model/scheduling-roles.ts';
import { objectAt } from '../model/values-path.ts';
import type { IsRead } from './unread-sections.ts';
import { pathOf, type ValueMap } from './value-map.ts';

const KINDS: readonly { readonly name: RegExp; readonly kind: StringMapRole['kind'] }[] = [
  { name: /^annotations$|Annotations$/, kind: 'annotations' },
  { name: /^labels$|Labels$/, kind: 'labels' },
  { name: /^nodeSelector$|NodeSelector$/, kind: 'node selector' },
];

/** Maps of annotations, labels and node labels with an entry that is a number or a boolean. */
export function recognizeStringMaps(
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
  isRead: IsRead,
): StringMapRole[] {
  return maps.flatMap((node) => {
    const key = node.key;
    const kind = typeof key === 'string' ? KINDS.find(({ name }) => name.test(key))?.kind : undefined;
    if (kind === undefined) return [];
    const wrong = nonStrings(node.map);
    if (wrong.length === 0) return [];
    const path = pathOf(node);
    // A chart whose own defaults hold numbers here quotes them in its templates.
    const defaults = objectAt(chart?.defaults, path);
    if (defaults !== undefined && nonStrings(defaults).length > 0) return [];
    const entries: Setting<number | boolean>[] = wrong.map(([name, value]) => ({
      path: [...path, name],
      value,
    }));
    return [{ path, kind, wrong: entries, active: isRead(path) }];
  });
}

function nonStrings(map: JsonObject): [string, number | boolean][] {
  return Object.entries(map).filter(
    (entry): entry is [string, number | boolean] =>
      // `annotations.enabled: true` is a switch of the chart, not an annotation.
      !['enabled', 'enable', 'create'].includes(entry[0]) && ['number', 'boolean'].includes(typeof entry[1]),
  );
}
