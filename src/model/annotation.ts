import type { JsonValue } from './json-value.ts';
import type { Severity } from './severity.ts';
import type { IngressAnnotation, ServicePortAnnotation, WorkloadAnnotation } from './workload-annotation.ts';

/** What `x-chartlint` can say of any value. */
export interface ValueAnnotation {
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
  /**
   * Templates print the number as it is, so a large one gets an exponent (`1e+06`): `text` when digits in quotes do as well,
   * `number` when the value has to stay a number.
   */
  readonly printed?: 'text' | 'number';
  /**
   * Of a map: templates read its keys without asking whether it is there, so that null in its place stops rendering. `always`: also
   * while a mode reads another section in its place, or a switch beside it is off. As a map: only while each pointer in it leads to
   * one of the values beside it, where null stands for no value, whatever modes and switches say.
   * Of a single value: templates cannot do without it.
   */
  readonly needed?: boolean | 'always' | Readonly<Record<string, readonly JsonValue[]>>;
  /** No template reads the value: setting it has no effect. The text names the real lever. */
  readonly dead?: string;
  /** With `dead`: how bad it is to set the value all the same; `info` unless something important silently does not happen. */
  readonly deadSeverity?: Severity;
  /** On a schema under `then`/`else`/`anyOf`: the rule that says the same with better words when it is enabled. */
  readonly coveredBy?: string;
}

/** What `x-chartlint` can say of a value by the role that it gives it. */
export interface RoleAnnotations {
  readonly replicas: {
    /** The members vote; an even number adds no fault tolerance. The name of the protocol or system. */
    readonly consensus?: string;
    /** What runs, for messages: `the ColonyOS server`. */
    readonly workload?: string;
  };
  readonly image: {
    /** Pointers to values that supply the tag when the image's own is empty, first one wins. */
    readonly tagFallback?: readonly string[];
  };
  readonly 'connection-pool': NothingMore;
  readonly 'network-policy': {
    /** The policies exist only while at least one of these holds (pointer to required value, or list of them). */
    readonly activeWhenAny?: Readonly<Record<string, JsonValue>>;
  };
  readonly mode: {
    /** For each value of the selector (as a string), the pointers of the sections it reads. */
    readonly sections?: Readonly<Record<string, readonly string[]>>;
    /** For each value of the selector, the pointers that must then be set and not empty. */
    readonly needs?: Readonly<Record<string, readonly string[]>>;
    /**
     * For each value, groups of pointers of which at least one must be set
     * (`[["/externalDatabase/existingSecret", "/externalDatabase/password"]]`).
     */
    readonly needsOneOf?: Readonly<Record<string, readonly (readonly string[])[]>>;
    /** The selector acts only while all of these hold (pointer to required value; false: or nothing at all). */
    readonly activeWhen?: Readonly<Record<string, JsonValue>>;
  };
  readonly gate: {
    /** Pointers of what nothing reads while the value is false. */
    readonly gates?: readonly string[];
  };
  readonly environment: NothingMore;
  readonly 'image-pull-secrets': {
    /** What the templates expect in the list. */
    readonly items?: 'object' | 'string';
  };
  readonly 'volume-mounts': {
    /** Pointer of the list of volumes that the mounts refer to. */
    readonly volumes?: string;
    /** Names of the volumes that the chart itself adds. */
    readonly chartVolumes?: readonly string[];
    /** Folders that the program writes to. */
    readonly writable?: readonly string[];
    /** Pointer of the switch that makes the other folders read-only. */
    readonly readOnlyRoot?: string;
  };
  readonly 'scrape-interval': {
    /** The timeout that the chart hard-codes, as a Prometheus duration. */
    readonly scrapeTimeout?: string;
  };
  readonly 'object-name': NothingMore;
  readonly workload: {
    /** What runs, for messages. */
    readonly workload?: string;
    /** How the chart runs the component. A schema that has one names all its workloads. */
    readonly runs?: WorkloadAnnotation;
  };
  readonly ingress: {
    /** Where the parts are, when the map is not the one of `helm create`. */
    readonly ingress?: IngressAnnotation;
  };
  readonly service: {
    /** The ports of the Service. */
    readonly ports?: readonly ServicePortAnnotation[];
  };
  readonly 'cors-origins': {
    /** The hosts of the Ingress serve the pages that call the API. */
    readonly sameHost?: boolean;
  };
  readonly endpoint: NothingMore;
}

/** A role that says all by its name. */
type NothingMore = Readonly<Record<never, never>>;

/** A role that a schema can give a value. */
export type AnnotatedRole = keyof RoleAnnotations;

/** The annotation of a value with the role. */
export type AnnotationOf<Role extends AnnotatedRole> = ValueAnnotation & {
  readonly role: Role;
} & RoleAnnotations[Role];

/**
 * The `x-chartlint` vocabulary: what a JSON Schema says about the *meaning* of a value. Helm and editors ignore it.
 * Any chart author can use it in their own `values.schema.json`.
 */
export type Annotation =
  | (ValueAnnotation & { readonly role?: undefined })
  | { readonly [Role in AnnotatedRole]: AnnotationOf<Role> }[AnnotatedRole];

/** An annotation and the values it is about; `*` in the pattern stands for any list index or map key. */
export interface PlacedAnnotation<One extends ValueAnnotation = Annotation> {
  readonly pattern: readonly string[];
  readonly annotation: One;
}
