import type { AnnotationOf } from '../../model/annotation.ts';
import type { ChartProfile } from '../../model/chart-profile.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { AutoscalerRole, Setting, WorkloadRole } from '../../model/scheduling-roles.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { WorkloadAnnotation } from '../../model/workload-annotation.ts';
import { conventionalAntiAffinity, hardAntiAffinity } from '../anti-affinity.ts';
import { AUTOSCALER_KEYS, annotatedAutoscaler, conventionalAutoscaler } from '../autoscalers.ts';
import { annotatedBudget, conventionalBudget } from '../disruption-budgets.ts';
import type { IsRead } from '../is-read.ts';
import { holds, numberFrom, resolvePointer, settingFrom } from '../value-source.ts';
import { pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';
import { annotatedPorts, conventionalPorts } from '../workload-ports.ts';

/**
 * Everything that runs pods. A schema that annotates workloads names all of them; otherwise a component is a map with a
 * count of pods or an autoscaler in it, by Helm convention.
 */
export function recognizeWorkloads(view: ValuesView): WorkloadRole[] {
  const { data, index, chart, isRead } = view;
  const annotated = view.annotated('workload');
  if (annotated.length > 0) {
    return annotated.flatMap(({ path, annotation }) => {
      const { runs } = annotation;
      return runs === undefined ? [] : [annotatedWorkload(data, path, runs, annotation, chart, isRead)];
    });
  }
  const candidates = index.holders([...COUNT_KEYS, ...AUTOSCALER_KEYS]);
  return candidates.flatMap((node) => conventionalWorkload(node, chart, isRead) ?? []);
}

function annotatedWorkload(
  data: JsonObject,
  path: ValuesPath,
  runs: WorkloadAnnotation,
  { workload }: AnnotationOf<'workload'>,
  chart: ChartProfile | undefined,
  isRead: IsRead,
): WorkloadRole {
  const replicas = numberFrom(settingFrom(data, runs.replicas, path));
  const autoscaler = annotatedAutoscaler(data, path, runs.autoscaler);
  const single = Object.entries(runs.singleWhenAny ?? {}).find(([pointer, value]) =>
    holds(data, { [pointer]: value }),
  );
  const one = single === undefined ? undefined : { path: parsePointer(single[0]), value: 1 };
  const resources = (runs.resources ?? []).map((pointer) => resolvePointer(data, pointer));
  // Who takes the default away leaves the pods without any.
  const isRemoved = (at: ValuesPath): boolean =>
    isJsonObject(valueAt(chart?.defaults, at)) && isJsonObject(valueAt(data, at.slice(0, -1)));
  const block = resources.find((at) => isJsonObject(valueAt(data, at)) || isRemoved(at));
  const held = block && valueAt(data, block);
  const affinity = runs.affinity === undefined ? undefined : parsePointer(runs.affinity);
  const hard = runs.hardAntiAffinity;
  return {
    path,
    name: workload ?? String(path.at(-1) ?? 'the chart'),
    certain: true,
    active: isRead(path) && holds(data, runs.activeWhen),
    replicas,
    minReplicas: one ?? fewest(replicas, autoscaler),
    maxReplicas: one ?? most(replicas, autoscaler),
    autoscaler,
    disruptionBudget: annotatedBudget(data, path, runs.disruptionBudget),
    resources: block && { path: block, value: isJsonObject(held) ? held : {} },
    productionReplicas: runs.productionReplicas,
    hardAntiAffinity:
      affinity !== undefined
        ? hardAntiAffinity(valueAt(data, affinity), affinity)
        : hard !== undefined && holds(data, hard)
          ? parsePointer(Object.keys(hard).at(-1)!)
          : undefined,
    ports: annotatedPorts(data, path, runs.ports),
  };
}

function isDaemonSet(kind: JsonValue | undefined): boolean {
  return kind !== undefined && String(kind).toLowerCase() === 'daemonset';
}

const COUNT_KEYS = ['replicaCount', 'replicas'];

function conventionalWorkload(
  node: ValueMap,
  chart: ChartProfile | undefined,
  isRead: IsRead,
): WorkloadRole | undefined {
  // Bitnami nests `hpa` in `autoscaling`, which is no component.
  if (AUTOSCALER_KEYS.includes(String(node.key))) return undefined;
  // Lists hold other things with a `replicas` in them; a DaemonSet ignores the count.
  if (typeof node.key === 'number' || isDaemonSet(node.map.kind)) return undefined;
  const path = pathOf(node);
  const counts = COUNT_KEYS.filter((name) => typeof node.map[name] === 'number');
  const replicas = numberFrom(
    counts[0] === undefined ? undefined : { path: [...path, counts[0]], value: node.map[counts[0]]! },
  );
  const autoscaler = conventionalAutoscaler(node);
  if (replicas === undefined && autoscaler?.enabled !== true) return undefined;
  return {
    path,
    name: typeof node.key === 'string' ? node.key : (chart?.title ?? 'this chart'),
    certain: false,
    active: isRead(path),
    replicas,
    minReplicas: fewest(replicas, autoscaler),
    maxReplicas: most(replicas, autoscaler),
    autoscaler,
    disruptionBudget: conventionalBudget(node),
    resources: conventionalResources(node, path),
    productionReplicas: undefined,
    hardAntiAffinity: conventionalAntiAffinity(node.map, path),
    ports: conventionalPorts(node),
  };
}

/** Bitnami's preset fills empty resources in. */
function conventionalResources({ map }: ValueMap, path: ValuesPath): Setting<JsonObject> | undefined {
  const { resources, resourcesPreset } = map;
  if (!isJsonObject(resources)) return undefined;
  if (typeof resourcesPreset === 'string' && resourcesPreset !== '' && resourcesPreset !== 'none')
    return undefined;
  return { path: [...path, 'resources'], value: resources };
}

function fewest(
  replicas: Setting<number> | undefined,
  autoscaler: AutoscalerRole | undefined,
): Setting<number> | undefined {
  return autoscaler?.enabled === true ? autoscaler.min : replicas;
}

function most(
  replicas: Setting<number> | undefined,
  autoscaler: AutoscalerRole | undefined,
): Setting<number> | undefined {
  return autoscaler?.enabled === true ? autoscaler.max : replicas;
}
