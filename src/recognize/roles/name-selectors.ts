import type { JsonValue } from '../../model/json-value.ts';
import type { NameSelectorRole } from '../../model/scheduling-roles.ts';
import { inOrder, pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

const NAME_LABEL = 'app.kubernetes.io/name';

/** Selectors in affinity and spread constraints that look for pods by the label with the chart's name. */
export function recognizeNameSelectors({ index }: ValuesView): NameSelectorRole[] {
  const found: NameSelectorRole[] = [];
  const labels = index.holders([NAME_LABEL]);
  const terms = index.holders(['key']).filter(({ map }) => map.key === NAME_LABEL);
  for (const node of inOrder([labels, terms])) {
    const fixed = node.map[NAME_LABEL];
    const isLabels = node.key === 'matchLabels' && typeof fixed === 'string';
    const isTerm =
      node.map.key === NAME_LABEL && node.map.operator === 'In' && Array.isArray(node.map.values);
    if ((!isLabels && !isTerm) || !isScheduling(node)) continue;
    const names = isLabels ? [fixed] : (node.map.values as JsonValue[]);
    found.push({
      path: pathOf(node, isLabels ? NAME_LABEL : 'values'),
      names: names.filter((name) => typeof name === 'string'),
    });
  }
  return found;
}

function isScheduling(node: ValueMap): boolean {
  for (let at: ValueMap | undefined = node; at !== undefined; at = at.parent) {
    if (typeof at.key === 'string' && /affinity$|^topologySpreadConstraints$/i.test(at.key)) return true;
  }
  return false;
}
