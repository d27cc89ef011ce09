import type { JsonObject, JsonValue } from './json-value.ts';
import type { ValuesPath } from './values-path.ts';

/** A value and the place where it is written, or would be. */
export interface Setting<T> {
  readonly path: ValuesPath;
  readonly value: T;
  /** The chart hard-codes the value; the path is then only the closest one. */
  readonly fixed?: true;
}

/** Something that runs pods: its count, autoscaler, disruption budget and resources, as they come out in effect. */
export interface WorkloadRole {
  /** The map that holds its settings. */
  readonly path: ValuesPath;
  /** For messages: `the HotSwap API`, `controller`. */
  readonly name: string;
  /** The chart's schema says how it runs; false when naming conventions do. */
  readonly certain: boolean;
  readonly active: boolean;
  /** The count that the values give; with an autoscaler it has no lasting effect. */
  readonly replicas: Setting<number> | undefined;
  /** Fewest pods in effect, and the value to change for more. */
  readonly minReplicas: Setting<number> | undefined;
  /** Most pods in effect. */
  readonly maxReplicas: Setting<number> | undefined;
  readonly autoscaler: AutoscalerRole | undefined;
  readonly disruptionBudget: DisruptionBudgetRole | undefined;
  /** The requests and limits in effect; undefined when the values do not say, or a preset fills them. */
  readonly resources: Setting<JsonObject> | undefined;
  /** Fewest pods that the chart's documentation asks for in production. */
  readonly productionReplicas: number | undefined;
  /** What makes the scheduler put each pod on a node of its own. */
  readonly hardAntiAffinity: ValuesPath | undefined;
  readonly ports: WorkloadPortsRole | undefined;
}

/** A HorizontalPodAutoscaler, on or off. */
export interface AutoscalerRole {
  /** The switch that turns it on. */
  readonly path: ValuesPath;
  readonly enabled: boolean;
  readonly min: Setting<number> | undefined;
  readonly max: Setting<number> | undefined;
  /** Utilization targets in percent of the requests; undefined when not set or 0. */
  readonly cpu: Setting<number> | undefined;
  readonly memory: Setting<number> | undefined;
  /** Places of utilization targets that are there and give no metric. */
  readonly emptyTargets: readonly ValuesPath[];
  /** Whether anything else gives a metric. */
  readonly otherMetrics: boolean;
  /** What becomes of the count of pods while the autoscaler is on. */
  readonly count: 'ignored' | 'reset' | 'chart-rule';
}

/** A PodDisruptionBudget that exists. Counts or percentages as written. */
export interface DisruptionBudgetRole {
  readonly path: ValuesPath;
  readonly minAvailable: Setting<number | string> | undefined;
  readonly maxUnavailable: Setting<number | string> | undefined;
}

/** Ports of a container and the values that refer to them. */
export interface WorkloadPortsRole {
  readonly listens: readonly Setting<number>[];
  readonly readers: readonly Setting<JsonValue>[];
  /** What keeps the process from binding ports below 1024: no root, no capability. */
  readonly unprivileged: ValuesPath | undefined;
}

/** Requests and limits of one container. */
export interface ResourcesRole {
  readonly path: ValuesPath;
  readonly value: JsonObject;
  /** False when no pod gets them: the component is off, another block wins, no template reads them. */
  readonly active: boolean;
}

/** One entry of a list of tolerations. */
export interface TolerationRole {
  readonly path: ValuesPath;
  readonly value: JsonObject;
  readonly active: boolean;
}

/** A map in which Kubernetes takes strings only. */
export interface StringMapRole {
  readonly path: ValuesPath;
  readonly kind: 'annotations' | 'labels' | 'node selector';
  /** Entries with a number or a boolean. */
  readonly wrong: readonly Setting<number | boolean>[];
  readonly active: boolean;
}

/** A selector in affinity or spread constraints that names pods by the label `app.kubernetes.io/name`. */
export interface NameSelectorRole {
  readonly path: ValuesPath;
  readonly names: readonly string[];
}
