import type { JsonObject, JsonValue } from './json-value.ts';
import type { ValuesPath } from './values-path.ts';

/** A value that is a credential, as text. It never goes into a message. */
export interface SecretRole {
  readonly path: ValuesPath;
  readonly value: string;
  /** A reference (template, variable, vault path, SOPS) says where the secret is kept and is not the secret itself. */
  readonly kind: 'literal' | 'reference';
  /** The value is a URL or connection string with a password inside. */
  readonly embedded: boolean;
  /** Who makes it up: a person chooses passwords and keys, another system issues tokens and licences. */
  readonly origin: 'password' | 'chosen' | 'issued';
  /** False when the release does not read the value: its component is off, another mode is selected, it is dead. */
  readonly active: boolean;
  /** The user name that goes with it. */
  readonly username: string | undefined;
  /** The value that can name a Secret made elsewhere, whether it does, and whether the chart then leaves this one unread. */
  readonly existingSecret:
    | { readonly path: ValuesPath; readonly isSet: boolean; readonly replaces: boolean }
    | undefined;
}

/** A list of registry credentials and what the templates expect in it. */
export interface ImagePullSecretsRole {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly items: 'object' | 'string';
}

/** Security settings of one container, with those of its pod that it inherits. Settings nobody gave are absent. */
export interface SecurityContextRole {
  readonly path: ValuesPath;
  readonly settings: Readonly<Record<string, { readonly path: ValuesPath; readonly value: JsonValue }>>;
}

/** The volumes that are mounted into one container. */
export interface VolumeMountsRole {
  readonly path: ValuesPath;
  readonly mounts: readonly JsonObject[];
  /** Names that a mount may use; undefined when the chart may add volumes that nobody knows of. */
  readonly known: ReadonlySet<string> | undefined;
  /** The list of volumes that the mounts refer to. */
  readonly volumes: ValuesPath | undefined;
  /** Folders that the program writes to, when the rest of its file system is read-only. */
  readonly writable: readonly string[];
  readonly readOnlyRoot: ValuesPath | undefined;
}

/** The volumes of one pod, as the values list them. */
export interface VolumesRole {
  readonly path: ValuesPath;
  readonly volumes: readonly JsonObject[];
}

/** A health check. Times in seconds; those that the values leave out are what Kubernetes takes. */
export interface ProbeRole {
  readonly path: ValuesPath;
  readonly kind: 'liveness' | 'readiness' | 'startup';
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** How often Prometheus reads metrics, and how long it waits for them; durations as written. */
export interface ScrapeRole {
  readonly interval: { readonly path: ValuesPath; readonly value: string };
  /** Without a path when the chart hard-codes it. */
  readonly timeout: { readonly path: ValuesPath | undefined; readonly value: string };
}

/** The value of a label, as text. */
export interface LabelRole {
  readonly path: ValuesPath;
  readonly value: string;
}

/** The name of an object of Kubernetes, or a part of one. */
export interface ObjectNameRole {
  readonly path: ValuesPath;
  readonly value: string;
}
