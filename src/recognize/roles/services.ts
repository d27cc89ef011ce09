import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ServiceRole } from '../../model/network-roles.ts';
import type { Setting } from '../../model/scheduling-roles.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ServicePortAnnotation } from '../../model/workload-annotation.ts';
import { holds, numberFrom } from '../value-source.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every Service: annotated ones, then maps named `…service` with ports in the shapes that Bitnami and others use. */
export function recognizeServices(view: ValuesView): ServiceRole[] {
  const { data, index, isRead } = view;
  const annotated = new Map<string, ServiceRole>();
  for (const { path, value, annotation } of view.annotated('service')) {
    if (!isJsonObject(value)) continue;
    const ports = (annotation.ports ?? []).flatMap((port) => annotatedPort(data, path, port) ?? []);
    annotated.set(toPointer(path), { ...serviceOf(value, path, isRead(path)), certain: true, ports });
  }
  const services = [...annotated.values()];
  for (const node of index.mapsNamed(({ lower }) => lower.endsWith('service'))) {
    if (typeof node.key !== 'string') continue;
    const path = pathOf(node);
    // Only what is annotated can turn up twice.
    if (annotated.size > 0 && annotated.has(toPointer(path))) continue;
    services.push(serviceOf(node.map, path, isRead(path)));
  }
  return services;
}

function annotatedPort(
  data: JsonObject,
  path: ValuesPath,
  { name, port, activeWhen }: ServicePortAnnotation,
): ServiceRole['ports'][number] | undefined {
  if (!holds(data, activeWhen)) return undefined;
  const at = typeof port === 'string' ? parsePointer(port) : path;
  const value = typeof port === 'string' ? valueAt(data, at) : port;
  const setting =
    value === undefined
      ? undefined
      : numberFrom({ path: at, value, ...(typeof port === 'number' ? { fixed: true as const } : {}) });
  return setting === undefined ? undefined : { ...setting, name, protocol: 'TCP' };
}

function serviceOf(map: JsonObject, path: ValuesPath, active: boolean): ServiceRole {
  return {
    path,
    certain: false,
    active,
    type:
      typeof map.type === 'string' && map.type !== ''
        ? { path: [...path, 'type'], value: map.type }
        : undefined,
    ports: portsOf(map, path),
    nodePorts: nodePortsOf(map, path),
  };
}

/** `ports: {http: 80}` and `ports: [{name, port, protocol}]` are one Service for sure; single keys may be several. */
function portsOf(map: JsonObject, path: ValuesPath): ServiceRole['ports'] {
  const { ports } = map;
  if (Array.isArray(ports)) {
    return ports.flatMap((item, i) => {
      const port = isJsonObject(item)
        ? numberFrom(settingAt(item, [...path, 'ports', i], 'port'))
        : undefined;
      if (port === undefined || !isJsonObject(item)) return [];
      return [{ ...port, name: String(item.name ?? i), protocol: String(item.protocol ?? 'TCP') }];
    });
  }
  if (!isJsonObject(ports)) return [];
  return Object.keys(ports).flatMap((name) => {
    const port = numberFrom(settingAt(ports, [...path, 'ports'], name));
    return port === undefined ? [] : [{ ...port, name, protocol: /udp$/i.test(name) ? 'UDP' : 'TCP' }];
  });
}

function nodePortsOf(map: JsonObject, path: ValuesPath): Setting<number>[] {
  const { nodePorts } = map;
  const single = numberFrom(settingAt(map, path, 'nodePort'));
  const several = isJsonObject(nodePorts)
    ? Object.keys(nodePorts).flatMap(
        (name) => numberFrom(settingAt(nodePorts, [...path, 'nodePorts'], name)) ?? [],
      )
    : [];
  return [...(single === undefined ? [] : [single]), ...several].filter(({ value }) => value > 0);
}

function settingAt(map: JsonObject, path: ValuesPath, key: string): Setting<JsonValue> | undefined {
  const value = map[key];
  return value === undefined ? undefined : { path: [...path, key], value };
}
