import type { AbsentField, Field } from './field-type.ts';

/** A type of the API in one version of Kubernetes. */
export interface ApiType {
  /** `core/v1.Container` */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields that other versions have and this one does not. */
  readonly absent: ReadonlyMap<string, AbsentField>;
}

/** What a version of Kubernetes makes of an `apiVersion` and a `kind`. */
export type KindAnswer =
  /** A custom resource, or an API that is nobody's business here. */
  | { readonly is: 'unknown' }
  | {
      readonly is: 'served';
      readonly type: string;
      /** The minor since which it counts as deprecated, if it does. */
      readonly deprecated?: number;
      readonly replacement?: string;
    }
  /** The last minor that served it. */
  | { readonly is: 'removed'; readonly until: number; readonly replacement?: string }
  /** The first minor that serves it. */
  | { readonly is: 'later'; readonly since: number; readonly replacement?: string }
  /** A kind that exists, in an API version that never had it; the versions that have it. */
  | { readonly is: 'elsewhere'; readonly apiVersions: readonly string[] };

/** Kubernetes' types in one version, as far as they were loaded. */
export interface KubernetesTypes {
  /** 34 for Kubernetes 1.34. */
  readonly minor: number;
  kindOf(apiVersion: string, kind: string): KindAnswer;
  /** Undefined where the type is not among what was loaded. */
  typeOf(name: string): ApiType | undefined;
}
