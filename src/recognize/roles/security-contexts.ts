import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { SecurityContextRole } from '../../model/pod-roles.ts';
import { isComponentOff } from '../is-component-off.ts';
import { pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

const POD_KEYS = ['podSecurityContext'];
const CONTAINER_KEYS = ['containerSecurityContext', 'securityContext'];
/** Settings of the pod that its containers inherit (core/v1 PodSecurityContext). */
const INHERITED = ['runAsNonRoot', 'runAsUser', 'seccompProfile'];
const OWN = [
  ...INHERITED,
  'readOnlyRootFilesystem',
  'allowPrivilegeEscalation',
  'privileged',
  'capabilities',
  'seccompProfile',
];

/**
 * What the security settings come to for the main container of each component. A pod's settings count for the
 * container beside them, unless the container says otherwise; a context that stands alone is taken as it is.
 */
export function recognizeSecurityContexts({ index }: ValuesView): SecurityContextRole[] {
  const found: SecurityContextRole[] = [];
  for (const node of index.holders([...POD_KEYS, ...CONTAINER_KEYS])) {
    const pod = contextIn(node, POD_KEYS);
    const container = contextIn(node, CONTAINER_KEYS);
    const owner = container ?? pod;
    if (owner === undefined || isComponentOff(node)) continue;
    const settings: Record<string, SecurityContextRole['settings'][string]> = {};
    for (const [context, names] of [
      [pod, INHERITED],
      [container, OWN],
    ] as const) {
      for (const name of context === undefined ? [] : names) {
        const value = context?.map[name];
        if (context === undefined || value === undefined || value === null) continue;
        settings[name] = { path: pathOf(node, context.key).concat(name), value };
      }
    }
    found.push({ path: pathOf(node, owner.key), settings });
  }
  return found;
}

/** The first of the keys that holds a context. Bitnami's `enabled: false` takes it out. */
function contextIn(node: ValueMap, keys: readonly string[]): { key: string; map: JsonObject } | undefined {
  for (const key of keys) {
    const map = node.map[key];
    if (isJsonObject(map) && map.enabled !== false) return { key, map };
  }
  return undefined;
}
