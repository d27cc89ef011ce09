import type { ChartProfile } from '../../model/chart-profile.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { IngressHostRole, IngressRole } from '../../model/network-roles.ts';
import type { Setting } from '../../model/scheduling-roles.ts';
import { objectAt, type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { IngressAnnotation } from '../../model/workload-annotation.ts';
import { certManagerIssuer, ingressTls } from '../ingress-tls.ts';
import { pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every Ingress: annotated ones, then maps named `…ingress` with a switch (`helm create`, Bitnami and their kin). */
export function recognizeIngresses(view: ValuesView): IngressRole[] {
  const { data, index, chart, isRead } = view;
  const found = new Map<string, IngressRole>();
  for (const { path, value, annotation } of view.annotated('ingress')) {
    if (annotation.ingress !== undefined) {
      found.set(toPointer(path), ingressOfParts(data, path, annotation.ingress));
    } else if (isJsonObject(value)) {
      found.set(toPointer(path), ingressOfMap(value, path, chart, true, isRead(path)));
    }
  }
  for (const node of index.mapsNamed(({ lower }) => lower.endsWith('ingress'))) {
    if (typeof node.key !== 'string' || isPolicy(node)) continue;
    const path = pathOf(node);
    if (typeof node.map.enabled !== 'boolean' || found.has(toPointer(path))) continue;
    found.set(toPointer(path), ingressOfMap(node.map, path, chart, false, isRead(path)));
  }
  return [...found.values()];
}

/** `networkPolicy.ingress` is about something else. */
function isPolicy(node: ValueMap): boolean {
  for (let at: ValueMap | undefined = node.parent; at !== undefined; at = at.parent) {
    if (typeof at.key === 'string' && /polic(?:y|ies)$/i.test(at.key)) return true;
  }
  return false;
}

function ingressOfParts(data: JsonObject, path: ValuesPath, parts: IngressAnnotation): IngressRole {
  const text = (pointer: string | undefined): Setting<string> | undefined => {
    if (pointer === undefined) return undefined;
    const at = parsePointer(pointer);
    const value = valueAt(data, at);
    return typeof value === 'string' ? { path: at, value } : undefined;
  };
  const host = text(parts.host);
  const switchPath = parts.tls === undefined ? undefined : parsePointer(parts.tls);
  const tls = switchPath === undefined ? undefined : valueAt(data, switchPath);
  const on = tls === true;
  return {
    path,
    certain: true,
    switch: parsePointer(parts.enabled),
    enabled: valueAt(data, parsePointer(parts.enabled)) === true,
    className: text(parts.className),
    annotations: [],
    // Whether the host may be empty is for the schema of such a chart.
    hosts: host === undefined || host.value === '' ? [] : [{ path: host.path, host, paths: undefined }],
    tls: {
      path: switchPath ?? path,
      covers: on ? 'every-host' : tls === false ? 'none' : 'unknown',
      hosts: [],
      acmeIssuer:
        on && parts.issuer !== undefined
          ? { path: switchPath ?? path, value: parts.issuer, fixed: true }
          : undefined,
    },
  };
}

const CLASS_KEYS = ['className', 'ingressClassName', 'ingressClass', 'class'];

function ingressOfMap(
  map: JsonObject,
  path: ValuesPath,
  chart: ChartProfile | undefined,
  certain: boolean,
  active: boolean,
): IngressRole {
  const hostMaps = isJsonObject(map.hosts) ? Object.entries(map.hosts) : [];
  const annotations = [
    ...entriesOf(map.annotations, [...path, 'annotations']),
    ...hostMaps.flatMap(([key, value]) =>
      isJsonObject(value) && value.enabled !== false
        ? entriesOf(value.annotations, [...path, 'hosts', key, 'annotations'])
        : [],
    ),
  ];
  const hosts = hostsOf(map, path, certain || defaultsHavePaths(chart, path));
  return {
    path,
    certain,
    switch: [...path, 'enabled'],
    enabled: active && map.enabled === true,
    className: classOf(map, path, annotations),
    annotations,
    hosts,
    tls: {
      ...ingressTls(map, path, isDefaultList(chart, [...path, 'tls'])),
      acmeIssuer: certManagerIssuer(annotations),
    },
  };
}

function entriesOf(value: JsonValue | undefined, path: ValuesPath): Setting<JsonValue>[] {
  return isJsonObject(value)
    ? Object.entries(value).map(([key, entry]) => ({ path: [...path, key], value: entry }))
    : [];
}

function classOf(
  map: JsonObject,
  path: ValuesPath,
  annotations: readonly Setting<JsonValue>[],
): Setting<string> | undefined {
  const named = CLASS_KEYS.find((key) => typeof map[key] === 'string' && map[key] !== '');
  if (named !== undefined) return { path: [...path, named], value: String(map[named]) };
  const old = annotations.find(({ path: at }) => at.at(-1) === 'kubernetes.io/ingress.class');
  return typeof old?.value === 'string' && old.value !== ''
    ? { path: old.path, value: old.value }
    : undefined;
}

function isDefaultList(chart: ChartProfile | undefined, path: ValuesPath): boolean {
  return Array.isArray(valueAt(chart?.defaults, path));
}

function defaultsHavePaths(chart: ChartProfile | undefined, path: ValuesPath): boolean {
  const hosts = valueAt(chart?.defaults, [...path, 'hosts']);
  return Array.isArray(hosts) && hosts.some((host) => isJsonObject(host) && Array.isArray(host.paths));
}

/** Hosts in a list of maps or texts, in a map of maps, or as `hostname`. Templates in a name tell nothing. */
function hostsOf(map: JsonObject, path: ValuesPath, needPaths: boolean): IngressHostRole[] {
  const { hosts } = map;
  const items: [ValuesPath, JsonValue][] = Array.isArray(hosts)
    ? hosts.map((host, i) => [[...path, 'hosts', i], host])
    : Object.entries(objectAt(map, ['hosts']) ?? {}).map(([key, host]) => [[...path, 'hosts', key], host]);
  const wanted = needPaths || items.some(([, host]) => Array.isArray(valueAt(host, ['paths'])));
  const listed = items.flatMap(([at, host]): IngressHostRole[] => {
    if (typeof host === 'string') return [{ path: at, host: { path: at, value: host }, paths: undefined }];
    if (!isJsonObject(host) || host.enabled === false) return [];
    const key = host.host === undefined && typeof host.name === 'string' ? 'name' : 'host';
    const name = host[key];
    return [
      {
        path: at,
        host: { path: [...at, key], value: typeof name === 'string' ? name : '' },
        paths: wanted ? { path: [...at, 'paths'], value: host.paths } : undefined,
      },
    ];
  });
  const single = ['hostname', 'host'].flatMap((key): IngressHostRole[] => {
    const value = map[key];
    const at = [...path, key];
    return typeof value === 'string' && value !== ''
      ? [{ path: at, host: { path: at, value }, paths: undefined }]
      : [];
  });
  return [...listed, ...single].filter(({ host }) => !host.value.includes('{{'));
}
