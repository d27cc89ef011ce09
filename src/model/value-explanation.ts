import type { JsonValue } from './json-value.ts';
import type { Span } from './span.ts';
import type { ValuesPath } from './values-path.ts';

/** Where a value comes from and what is known about it: the answer of `chartlint why`. */
export interface ValueExplanation {
  readonly path: ValuesPath;
  /** Undefined when the effective values have nothing at the path. */
  readonly value: JsonValue | undefined;
  /** Every layer that writes the path, strongest first. */
  readonly layers: readonly ExplainedLayer[];
  /** What takes the value away when the layers write one and it is gone all the same: a null, or a value in place of its map. */
  readonly removedBy: (ExplainedLayer & { readonly path: ValuesPath }) | undefined;
  readonly schema:
    | {
        readonly type: string | undefined;
        readonly description: string | undefined;
        readonly allowed: readonly JsonValue[];
      }
    | undefined;
  /** What the value means: `image`, `replicas of etcd` … */
  readonly roles: readonly string[];
}

/** One layer that writes the value. */
export interface ExplainedLayer {
  readonly label: string;
  readonly value: JsonValue | undefined;
  /** Undefined when no file holds the layer. */
  readonly span: Span | undefined;
  /** Whether the effective value is this one, or for a map the strongest part of it. */
  readonly wins: boolean;
}
