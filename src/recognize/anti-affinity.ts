import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { NameSelectorRole } from '../model/scheduling-roles.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { inOrder, pathOf, type ValueMap } from './values-index.ts';
import type { ValuesView } from './values-view.ts';

const REQUIRED = ['podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];

/** The term of a pod affinity that allows one pod per node. */
export function hardAntiAffinity(affinity: JsonValue | undefined, path: ValuesPath): ValuesPath | undefined {
  const terms = valueAt(affinity, REQUIRED);
  if (!Array.isArray(terms)) return undefined;
  const index = terms.findIndex(
    (term) => isJsonObject(term) && term.topologyKey === 'kubernetes.io/hostname',
  );
  return index < 0 ? undefined : [...path, ...REQUIRED, index, 'topologyKey'];
}

/** `affinity` with a hard term, or Bitnami's preset, beside the settings of a component. */
export function conventionalAntiAffinity(map: JsonObject, path: ValuesPath): ValuesPath | undefined {
  const hard = hardAntiAffinity(map.affinity, [...path, 'affinity']);
  if (hard !== undefined) return hard;
  // The preset counts only while no affinity is given.
  const free = !isJsonObject(map.affinity) || Object.keys(map.affinity).length === 0;
  return map.podAntiAffinityPreset === 'hard' && free ? [...path, 'podAntiAffinityPreset'] : undefined;
}

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
