import type { Span } from './span.ts';

/** What becomes of a value in the manifests of its release. */
export interface ValueUsage {
  /** The fields that it goes into, in Helm's order. */
  readonly uses: readonly FieldUse[];
  /** What is there, or is not, because of it. */
  readonly decides: readonly FieldUse[];
  /** Whether a template reads it somewhere, in a branch that this release does not take, say; undefined when that is not known. */
  readonly isRead: boolean | undefined;
  /** The templates by the ids of their sources. */
  readonly texts: ReadonlyMap<string, string>;
  /** Templates that fail leave nothing to look at. */
  readonly stops: boolean;
}

export interface FieldUse {
  /** `Deployment/shop` */
  readonly object: string;
  /** `spec.template.spec.containers[0].image`; the empty text for the whole object. */
  readonly field: string;
  readonly template: Span | undefined;
  /** What Kubernetes takes there: `text`, `a whole number`; undefined where nobody knows. */
  readonly type: string | undefined;
}
