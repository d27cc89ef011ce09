import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

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
