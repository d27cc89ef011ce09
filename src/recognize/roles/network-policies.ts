import type { AnnotationOf } from '../../model/annotation.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { NetworkPolicyRole } from '../../model/roles.ts';
import { valueAt } from '../../model/values-path.ts';
import { isComponentOff } from '../is-component-off.ts';
import { valuesMatching } from '../match-annotations.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

const KEYS = new Set(
  'networkpolicy network-policy network_policy networkpolicies network-policies network_policies'.split(' '),
);
const SWITCHES = ['enabled', 'create'];

/** Every switch for NetworkPolicy objects: annotated ones, `networkPolicy.enabled`, `networkPolicy: true`. */
export function recognizeNetworkPolicies(view: ValuesView): NetworkPolicyRole[] {
  const { data, index, chart } = view;
  const policies = new Map<string, NetworkPolicyRole>();
  for (const { path, value, annotation } of view.annotated('network-policy')) {
    const enabled = value === true && isActive(data, annotation);
    policies.set(toPointer(path), { path, enabled });
  }
  const dead = new Set<string>();
  for (const { pattern, annotation } of chart?.annotations ?? []) {
    if (annotation.dead === undefined) continue;
    for (const { path } of valuesMatching(data, pattern)) dead.add(toPointer(path));
  }
  for (const { node, key, value } of index.entries(({ lower }) => KEYS.has(lower))) {
    const name = isJsonObject(value)
      ? SWITCHES.find((candidate) => typeof value[candidate] === 'boolean')
      : undefined;
    const path = name === undefined ? pathOf(node, key) : [...pathOf(node, key), name];
    const setting = name === undefined || !isJsonObject(value) ? value : value[name];
    const pointer = toPointer(path);
    if (typeof setting !== 'boolean' || dead.has(pointer) || policies.has(pointer)) continue;
    policies.set(pointer, { path, enabled: setting && !isComponentOff(node) });
  }
  return [...policies.values()];
}

function isActive(data: JsonObject, annotation: AnnotationOf<'network-policy'>): boolean {
  const conditions = Object.entries(annotation.activeWhenAny ?? {});
  return (
    conditions.length === 0 ||
    conditions.some(([pointer, wanted]) => {
      const value = valueAt(data, parsePointer(pointer));
      return Array.isArray(wanted) ? wanted.some((one) => one === value) : value === wanted;
    })
  );
}
