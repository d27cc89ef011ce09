import type { JsonValue } from './json-value.ts';
import type { Severity } from './severity.ts';
import type { IngressAnnotation, ServicePortAnnotation, WorkloadAnnotation } from './workload-annotation.ts';

/**
 * The `x-chartlint` vocabulary: what a JSON Schema says about the *meaning* of a value. Helm and editors ignore it.
 * Any chart author can use it in their own `values.schema.json`.
 */
export interface Annotation {
  readonly role?: AnnotatedRole;
  /** Never printed, in any format. */
  readonly secret?: boolean;
  /**
   * With `secret: true`: pointer of the value that names a Secret which takes this value's place; false when the chart
   * reads the value even then. By convention it is `existingSecret` in the same map.
   */
  readonly existingSecret?: string | false;
  /** Replaces the validator's words when the annotated schema does not match. */
  readonly message?: string;
  /** The schema says `deprecated: true` of the value. */
  readonly deprecated?: boolean;
  /** The key is deprecated; JSON Pointer or dotted path of the key that took its place. */
  readonly replacedBy?: string;
  /** Link to documentation of the value. */
  readonly docs?: string;
  /** With `role: replicas`: the members vote; an even number adds no fault tolerance. The name of the protocol or system. */
  readonly consensus?: string;
  /** With `role: replicas` or `workload`: what runs, for messages: `the ColonyOS server`. */
  readonly workload?: string;
  /** With `role: image`: pointers to values that supply the tag when the image's own is empty, first one wins. */
  readonly tagFallback?: readonly string[];
  /** With `role: mode`: for each value of the selector (as a string), the pointers of the sections it reads. */
  readonly sections?: Readonly<Record<string, readonly string[]>>;
  /** With `role: mode`: for each value of the selector, the pointers that must then be set and not empty. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /**
   * With `role: mode`: for each value, groups of pointers of which at least one must be set
   * (`[["/externalDatabase/existingSecret", "/externalDatabase/password"]]`).
   */
  readonly needsOneOf?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** With `role: mode`: the selector acts only while all of these hold (pointer to required value). */
  readonly activeWhen?: Readonly<Record<string, JsonValue>>;
  /** With `role: network-policy`: the policies exist only while at least one of these holds (pointer to required value, or list of them). */
  readonly activeWhenAny?: Readonly<Record<string, JsonValue>>;
  /** With `role: image-pull-secrets`: what the templates expect in the list. */
  readonly items?: 'object' | 'string';
  /** With `role: volume-mounts`: pointer of the list of volumes that the mounts refer to. */
  readonly volumes?: string;
  /** With `role: volume-mounts`: names of the volumes that the chart itself adds. */
  readonly chartVolumes?: readonly string[];
  /** With `role: volume-mounts`: folders that the program writes to, and pointer of the switch that makes the rest read-only. */
  readonly writable?: readonly string[];
  readonly readOnlyRoot?: string;
  /** With `role: scrape-interval`: the timeout that the chart hard-codes, as a Prometheus duration. */
  readonly scrapeTimeout?: string;
  /** With `role: workload`: how the chart runs the component. A schema that has one names all its workloads. */
  readonly runs?: WorkloadAnnotation;
  /** With `role: ingress`: where the parts are, when the map is not the one of `helm create`. */
  readonly ingress?: IngressAnnotation;
  /** With `role: service`: the ports of the Service. */
  readonly ports?: readonly ServicePortAnnotation[];
  /** With `role: cors-origins`: the hosts of the Ingress serve the pages that call the API. */
  readonly sameHost?: boolean;
  /**
   * Templates print the number as it is, so a large one gets an exponent (`1e+06`): `text` when digits in quotes do as well,
   * `number` when the value has to stay a number.
   */
  readonly printed?: 'text' | 'number';
  /** With `role: gate`: pointers of what nothing reads while the value is false. */
  readonly gates?: readonly string[];
  /** No template reads the value: setting it has no effect. The text names the real lever. */
  readonly dead?: string;
  /** With `dead`: how bad it is to set the value all the same; `info` unless something important silently does not happen. */
  readonly deadSeverity?: Severity;
  /** On a schema under `then`/`else`/`anyOf`: the rule that says the same with better words when it is enabled. */
  readonly coveredBy?: string;
}

export type AnnotatedRole =
  | 'replicas'
  | 'image'
  | 'connection-pool'
  | 'network-policy'
  | 'mode'
  | 'gate'
  | 'environment'
  | 'image-pull-secrets'
  | 'volume-mounts'
  | 'scrape-interval'
  | 'object-name'
  | 'workload'
  | 'ingress'
  | 'service'
  | 'cors-origins'
  | 'endpoint';

/** An annotation and the values it is about; `*` in the pattern stands for any list index or map key. */
export interface PlacedAnnotation {
  readonly pattern: readonly string[];
  readonly annotation: Annotation;
}
