import type { JsonObject } from '../../model/json-value.ts';
import type { Setting, StringMapRole } from '../../model/scheduling-roles.ts';
import { objectAt } from '../../model/values-path.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

function kindOf(key: string): StringMapRole['kind'] | undefined {
  if (key === 'annotations' || key.endsWith('Annotations')) return 'annotations';
  if (key === 'labels' || key.endsWith('Labels')) return 'labels';
  return key === 'nodeSelector' || key.endsWith('NodeSelector') ? 'node selector' : undefined;
}

/** Maps of annotations, labels and node labels with an entry that is a number or a boolean. */
export function recognizeStringMaps({ index, chart, isRead }: ValuesView): StringMapRole[] {
  return index
    .mapsNamed(({ key }) => kindOf(key) !== undefined)
    .flatMap((node) => {
      const kind = typeof node.key === 'string' ? kindOf(node.key) : undefined;
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
