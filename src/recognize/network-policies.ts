import type { Annotation } from '../model/annotation.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import { parsePointer, toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { NetworkPolicyRole } from '../model/roles.ts';
import { valueAt } from '../model/values-path.ts';
import { annotatedValues, valuesMatching } from './match-annotations.ts';
import { pathOf, type ValueMap } from './value-map.ts';

const KEY = /^network[-_]?polic(?:y|ies)$/i;
const SWITCHES = ['enabled', 'create'];

/** Every switch for NetworkPolicy objects: annotated ones, `networkPolicy.enabled`, `networkPolicy: true`. */
export function recognizeNetworkPolicies(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
): NetworkPolicyRole[] {
  const policies = new Map<string, NetworkPolicyRole>();
  const annotations = chart?.annotations ?? [];
  for (const { path, value, annotation } of annotatedValues(data, annotations, 'network-policy')) {
    const enabled = value === true && isActive(data, annotation);
    policies.set(toPointer(path), { path, enabled });
  }
  const dead = new Set<string>();
  for (const { pattern, annotation } of annotations) {
    if (annotation.dead === undefined) continue;
    for (const { path } of valuesMatching(data, pattern)) dead.add(toPointer(path));
  }
  for (const node of maps) {
    for (const key of Object.keys(node.map)) {
      if (!KEY.test(key)) continue;
      const value = node.map[key];
      const name = isJsonObject(value)
        ? SWITCHES.find((candidate) => typeof value[candidate] === 'boolean')
        : undefined;
      const path = name === undefined ? pathOf(node, key) : [...pathOf(node, key), name];
      const setting = name === undefined || !isJsonObject(value) ? value : value[name];
      const pointer = toPointer(path);
      if (typeof setting !== 'boolean' || dead.has(pointer) || policies.has(pointer)) continue;
      policies.set(pointer, { path, enabled: setting && !isSwitchedOff(node) });
    }
  }
  return [...policies.values()];
}

function isActive(data: JsonObject, annotation: Annotation): boolean {
  const conditions = Object.entries(annotation.activeWhenAny ?? {});
  return (
    conditions.length === 0 ||
    conditions.some(([pointer, wanted]) => {
      const value = valueAt(data, parsePointer(pointer));
      return Array.isArray(wanted) ? wanted.some((one) => one === value) : value === wanted;
    })
  );
}

/** Whether the component that the map belongs to, or one around it, has `enabled: false`. */
export function isSwitchedOff(node: ValueMap): boolean {
  for (let at: ValueMap | undefined = node; at !== undefined; at = at.parent) {
    if (at.map.enabled === false) return true;
  }
  return false;
}
