import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { Setting, WorkloadPortsRole } from '../model/scheduling-roles.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { WorkloadPortsAnnotation } from '../model/workload-annotation.ts';
import { numberFrom } from './value-source.ts';
import { pathOf, type ValueMap } from './values-index.ts';

/** The ports that an annotation describes. */
export function annotatedPorts(
  data: JsonObject,
  path: ValuesPath,
  annotation: WorkloadPortsAnnotation | undefined,
): WorkloadPortsRole | undefined {
  if (annotation === undefined) return undefined;
  const at = (pointer: string): Setting<JsonValue> | undefined => {
    const place = parsePointer(pointer);
    const value = valueAt(data, place);
    return value === undefined || value === null ? undefined : { path: place, value };
  };
  const listens = annotation.listens.flatMap(
    (entry) => numberFrom(typeof entry === 'number' ? { path, value: entry, fixed: true } : at(entry)) ?? [],
  );
  return {
    listens,
    readers: annotation.readers.flatMap((pointer) => at(pointer) ?? []),
    unprivileged: unprivileged((annotation.securityContexts ?? []).flatMap((pointer) => at(pointer) ?? [])),
  };
}

const CONTEXT_KEYS = ['containerSecurityContext', 'securityContext', 'podSecurityContext'];

/** `containerPort` or `containerPorts` of a component beside its Service and security contexts. */
export function conventionalPorts(node: ValueMap): WorkloadPortsRole | undefined {
  const { map } = node;
  const single: Setting<JsonValue>[] =
    map.containerPort === undefined
      ? []
      : [{ path: pathOf(node, 'containerPort'), value: map.containerPort }];
  const several = isJsonObject(map.containerPorts)
    ? Object.entries(map.containerPorts).map(([name, value]) => ({
        path: [...pathOf(node, 'containerPorts'), name],
        value,
      }))
    : [];
  const listens = [...single, ...several].flatMap((setting) => numberFrom(setting) ?? []);
  if (listens.length === 0) return undefined;
  const target = isJsonObject(map.service) ? map.service.targetPort : undefined;
  return {
    listens,
    // With several ports nobody knows which one a number should be.
    readers:
      single.length === 1 && several.length === 0 && typeof target === 'number'
        ? [{ path: [...pathOf(node, 'service'), 'targetPort'], value: target }]
        : [],
    unprivileged: unprivileged(
      CONTEXT_KEYS.flatMap((key) => {
        const value = map[key];
        return isJsonObject(value) && value.enabled !== false ? [{ path: pathOf(node, key), value }] : [];
      }),
    ),
  };
}

/** Where the contexts say that the process is not root and loses every capability; sysctls may still let it bind. */
function unprivileged(contexts: readonly Setting<JsonValue>[]): ValuesPath | undefined {
  const first = (key: string): JsonValue | undefined =>
    contexts.map(({ value }) => valueAt(value, [key])).find((value) => value !== undefined && value !== null);
  const user = first('runAsUser');
  const nonRoot = first('runAsNonRoot') === true || (typeof user === 'number' && user > 0);
  const capabilities = contexts.find(({ value }) => isJsonObject(valueAt(value, ['capabilities'])));
  const drop = valueAt(capabilities?.value, ['capabilities', 'drop']);
  const add = valueAt(capabilities?.value, ['capabilities', 'add']);
  const dropsAll = Array.isArray(drop) && drop.some((name) => String(name).toUpperCase() === 'ALL');
  const mayBind = Array.isArray(add) && add.some((name) => /NET_BIND_SERVICE|^ALL$/i.test(String(name)));
  const sysctls = first('sysctls');
  const lowered = Array.isArray(sysctls) && JSON.stringify(sysctls).includes('ip_unprivileged_port_start');
  if (!nonRoot || !dropsAll || mayBind || lowered || capabilities === undefined) return undefined;
  return [...capabilities.path, 'capabilities', 'drop'];
}
