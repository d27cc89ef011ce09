import type { JsonValue } from './json-value.ts';

/**
 * Where a chart takes a setting from: pointers in the order in which the template tries them, as with `default` in Go
 * templates (an absent value, 0, "" and false fall through); a number or text that is no pointer closes the list.
 * `{/global/environment}` inside a pointer stands for the value there.
 */
export type ValueSource = readonly (string | number)[];

/** Values that must hold for an object to exist: pointer to required value. */
export type Conditions = Readonly<Record<string, JsonValue>>;

/** With `role: workload`: how a chart runs the component whose map is annotated. */
export interface WorkloadAnnotation {
  /** The workload exists only while all of these hold. */
  readonly activeWhen?: Conditions;
  /** Number of pods while no autoscaler decides. */
  readonly replicas: ValueSource;
  /** One pod runs while one of these holds, whatever the count says. */
  readonly singleWhenAny?: Conditions;
  readonly autoscaler?: {
    /** Pointers of switches; the first whose map exists decides, also when the switch is missing from it. */
    readonly enabled: readonly string[];
    readonly min?: ValueSource;
    readonly max?: ValueSource;
    readonly cpu?: ValueSource;
    readonly memory?: ValueSource;
    /** Pointers of lists of further metrics. */
    readonly metrics?: readonly string[];
    /** Further metrics exist while all of these hold. */
    readonly metricsWhen?: Conditions;
    /**
     * What becomes of the count while the autoscaler is on: the template leaves it out (default), or writes it, so that
     * upgrades reset it; `chart-rule`: a rule of the chart speaks about it.
     */
    readonly count?: 'ignored' | 'reset' | 'chart-rule';
  };
  readonly disruptionBudget?: {
    readonly activeWhen: Conditions;
    readonly minAvailable?: ValueSource;
    readonly maxUnavailable?: ValueSource;
  };
  /** Pointers of the blocks of requests and limits; the first that exists is the one that the template renders. */
  readonly resources?: readonly string[];
  /** Fewest pods that the chart's documentation asks for in production. */
  readonly productionReplicas?: number;
  /** Pointer of the pod affinity. */
  readonly affinity?: string;
  /** Anti-affinity by a switch of the chart: hard while all of these hold; the last one is the setting to change. */
  readonly hardAntiAffinity?: Conditions;
  readonly ports?: WorkloadPortsAnnotation;
}

/** Ports of the container and the values that refer to them. */
export interface WorkloadPortsAnnotation {
  /** Where the container listens: pointers or port numbers. */
  readonly listens: ValueSource;
  /** Pointers of values that must name one of these ports. */
  readonly readers: readonly string[];
  /** Pointers of the security contexts, the container's first. */
  readonly securityContexts?: readonly string[];
}

/** With `role: ingress`, where it is not the map that `helm create` makes: pointers of its parts. */
export interface IngressAnnotation {
  readonly enabled: string;
  readonly host: string;
  readonly className?: string;
  /** Switch of TLS, for a certificate that the chart orders itself. */
  readonly tls?: string;
  /** Issuer that the chart hard-codes while TLS is on. */
  readonly issuer?: string;
}

/** With `role: service`: a port of the Service. */
export interface ServicePortAnnotation {
  readonly name: string;
  /** Pointer, or the number that the chart hard-codes. */
  readonly port: string | number;
  readonly activeWhen?: Conditions;
}
