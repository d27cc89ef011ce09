import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { AutoscalerRole, Setting } from '../model/scheduling-roles.ts';
import { objectAt, type ValuesPath, valueAt } from '../model/values-path.ts';
import type { WorkloadAnnotation } from '../model/workload-annotation.ts';
import { holds, numberFrom, resolvePointer, settingFrom } from './value-source.ts';
import { pathOf, type ValueMap } from './values-index.ts';

/** The autoscaler that an annotation describes. */
export function annotatedAutoscaler(
  data: JsonObject,
  path: ValuesPath,
  annotation: WorkloadAnnotation['autoscaler'],
): AutoscalerRole | undefined {
  if (annotation === undefined) return undefined;
  const switches = annotation.enabled.map(parsePointer);
  const decisive = switches.find((at) => objectAt(data, at.slice(0, -1)) !== undefined) ?? switches[0]!;
  const cpu = numberFrom(settingFrom(data, annotation.cpu, path));
  const memory = numberFrom(settingFrom(data, annotation.memory, path));
  const metrics = (annotation.metrics ?? []).map((pointer) => valueAt(data, parsePointer(pointer)));
  const extra = annotation.metricsWhen !== undefined && holds(data, annotation.metricsWhen);
  return {
    path: decisive,
    enabled: valueAt(data, decisive) === true,
    min: numberFrom(settingFrom(data, annotation.min, path)),
    max: numberFrom(settingFrom(data, annotation.max, path)),
    cpu: positive(cpu),
    memory: positive(memory),
    emptyTargets: [
      ...(positive(cpu) === undefined ? firstPlace(data, annotation.cpu) : []),
      ...(positive(memory) === undefined ? firstPlace(data, annotation.memory) : []),
    ],
    otherMetrics: extra || metrics.some((list) => Array.isArray(list) && list.length > 0),
    count: annotation.count ?? 'ignored',
  };
}

function firstPlace(data: JsonObject, source: readonly (string | number)[] | undefined): ValuesPath[] {
  const pointer = source?.find((entry) => typeof entry === 'string');
  return typeof pointer === 'string' ? [resolvePointer(data, pointer)] : [];
}

/** Names of maps with the settings of an autoscaler. */
export const AUTOSCALER_KEYS: readonly string[] = [
  'autoscaling',
  'hpa',
  'autoscaler',
  'horizontalPodAutoscaler',
];
const MIN = ['minReplicas', 'minReplicaCount', 'min'];
const MAX = ['maxReplicas', 'maxReplicaCount', 'max'];
const CPU = ['targetCPUUtilizationPercentage', 'targetCPUUtilization', 'targetCPU', 'targetCpu'];
const MEMORY = ['targetMemoryUtilizationPercentage', 'targetMemoryUtilization', 'targetMemory'];

/** `autoscaling`, `hpa` … with a switch in a component; Bitnami nests `hpa` in `autoscaling`. */
export function conventionalAutoscaler(node: ValueMap): AutoscalerRole | undefined {
  for (const key of AUTOSCALER_KEYS) {
    const outer = node.map[key];
    if (!isJsonObject(outer)) continue;
    const nested = typeof outer.enabled !== 'boolean' && isJsonObject(outer.hpa);
    const map = nested ? (outer.hpa as JsonObject) : outer;
    if (typeof map.enabled !== 'boolean') continue;
    const path = nested ? [...pathOf(node, key), 'hpa'] : pathOf(node, key);
    const find = (names: readonly string[]): Setting<JsonValue> | undefined => {
      const name = names.find((candidate) => map[candidate] !== undefined && map[candidate] !== null);
      return name === undefined ? undefined : { path: [...path, name], value: map[name]! };
    };
    const known = new Set([...CPU, ...MEMORY]);
    return {
      path: [...path, 'enabled'],
      // KEDA's ScaledObject takes the place of the autoscaler where a chart has both.
      enabled: map.enabled && valueAt(node.map, ['keda', 'enabled']) !== true,
      min: numberFrom(find(MIN)),
      max: numberFrom(find(MAX)),
      cpu: positive(numberFrom(find(CPU))),
      memory: positive(numberFrom(find(MEMORY))),
      emptyTargets: [...CPU, ...MEMORY]
        .filter((name) => Object.hasOwn(map, name) && isEmpty(map[name]))
        .map((name) => [...path, name]),
      otherMetrics: Object.entries(map).some(
        ([name, value]) =>
          !known.has(name) && /target|metric|template|trigger/i.test(name) && !isEmpty(value),
      ),
      count: 'ignored',
    };
  }
  return undefined;
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

function positive(setting: Setting<number> | undefined): Setting<number> | undefined {
  return setting !== undefined && setting.value > 0 ? setting : undefined;
}
