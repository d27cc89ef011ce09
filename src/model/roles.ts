import type { GateRole } from './gate-role.ts';
import type { JsonValue } from './json-value.ts';
import type { CorsRole, EndpointRole, IngressRole, ServiceRole } from './network-roles.ts';
import type {
  ImagePullSecretsRole,
  LabelRole,
  ObjectNameRole,
  ProbeRole,
  ScrapeRole,
  SecretRole,
  SecurityContextRole,
  VolumeMountsRole,
  VolumesRole,
} from './pod-roles.ts';
import type { ScalarRole } from './scalar-role.ts';
import type {
  NameSelectorRole,
  ResourcesRole,
  StringMapRole,
  TolerationRole,
  WorkloadRole,
} from './scheduling-roles.ts';
import type { TemplateUse } from './template-use.ts';
import type { ValuesPath } from './values-path.ts';

/** What the values of a release *mean*. Rules iterate over these instead of walking the values. */
export interface Roles {
  readonly images: readonly ImageRole[];
  readonly replicas: readonly ReplicasRole[];
  readonly pools: readonly ConnectionPoolRole[];
  readonly networkPolicies: readonly NetworkPolicyRole[];
  readonly modes: readonly ModeRole[];
  readonly persistence: readonly PersistenceRole[];
  readonly secrets: readonly SecretRole[];
  readonly imagePullSecrets: readonly ImagePullSecretsRole[];
  readonly securityContexts: readonly SecurityContextRole[];
  readonly volumeMounts: readonly VolumeMountsRole[];
  readonly volumes: readonly VolumesRole[];
  readonly probes: readonly ProbeRole[];
  readonly scrapes: readonly ScrapeRole[];
  readonly labels: readonly LabelRole[];
  readonly objectNames: readonly ObjectNameRole[];
  readonly workloads: readonly WorkloadRole[];
  readonly resources: readonly ResourcesRole[];
  readonly tolerations: readonly TolerationRole[];
  readonly stringMaps: readonly StringMapRole[];
  readonly nameSelectors: readonly NameSelectorRole[];
  readonly ingresses: readonly IngressRole[];
  readonly services: readonly ServiceRole[];
  readonly cors: readonly CorsRole[];
  readonly endpoints: readonly EndpointRole[];
  readonly gates: readonly GateRole[];
  readonly scalars: readonly ScalarRole[];
  /** Keys called "true" or "false". */
  readonly booleanKeys: readonly ValuesPath[];
  /** Whether no message may show the value at the path: the schema says so, or the name of its key. */
  readonly isSecret: (path: ValuesPath) => boolean;
  /** What values that are templates themselves read of other values. */
  readonly valuesRead: TemplateUse;
  /** The environment that the user's flag or the values name, lower case; undefined when nothing says. */
  readonly environment: string | undefined;
}

/** A container image, in any of the usual spellings. */
export interface ImageRole {
  /** The string or the map that holds the image. */
  readonly path: ValuesPath;
  /** Without tag and digest: `quay.io:5000/team/app`; empty where the values say a tag alone. */
  readonly repository: string;
  /** Where the tag is written or would be; the string itself for `image: repo:tag`. */
  readonly tagPath: ValuesPath;
  /** Undefined when no tag is given. */
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** Where the tag comes from. */
  readonly tagSource: 'own' | 'fallback' | 'app-version' | 'none';
  /** The pull policy that goes with the image; undefined when the values name none. */
  readonly pullPolicy: { readonly path: ValuesPath; readonly value: string } | undefined;
  /** Whether the release shows that only `helm test` runs it. */
  readonly isForTests?: boolean;
}

/** A number of pods. */
export interface ReplicasRole {
  readonly path: ValuesPath;
  readonly count: number;
  /** For messages: `the ColonyOS server`, `etcd`. */
  readonly workload: string;
  /** The voting system when the members form a quorum: `etcd`. */
  readonly consensus: string | undefined;
  /** Voting members that are counted elsewhere (a MongoDB arbiter). */
  readonly extraVoters: number;
}

/** A pair of limits for open and idle connections. */
export interface ConnectionPoolRole {
  readonly path: ValuesPath;
  readonly open: { readonly path: ValuesPath; readonly value: number };
  readonly idle: { readonly path: ValuesPath; readonly value: number };
}

/** A switch that turns NetworkPolicy objects on. */
export interface NetworkPolicyRole {
  readonly path: ValuesPath;
  readonly enabled: boolean;
}

/** A selector (`mode: create | use_existing`, `enabled: true | false`) that decides which sections are read. */
export interface ModeRole {
  readonly path: ValuesPath;
  /** The selector's value; undefined when it has none. */
  readonly value: JsonValue | undefined;
  /** Sections that the selected value does not read. */
  readonly ignored: readonly ValuesPath[];
  /** Values that the selected value needs; each entry lists alternatives of which one is enough. */
  readonly needs: readonly (readonly ValuesPath[])[];
  /** Which values of the selector would read a section, as `formatPath(section)` to selector values. */
  readonly readers: Readonly<Record<string, readonly string[]>>;
}

/** A volume claim that the chart creates when `enabled`. */
export interface PersistenceRole {
  readonly path: ValuesPath;
  readonly enabled: boolean;
  /** False when the release does not read it: its component is off, or no template reads it. */
  readonly active: boolean;
  /** What turns it on and off: `persistence.enabled`, `storage.type`. */
  readonly switch: { readonly path: ValuesPath; readonly value: JsonValue };
  /** Settings that only matter while it is enabled: size, class, claim … */
  readonly settings: readonly ValuesPath[];
}
