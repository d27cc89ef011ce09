import type { Placed } from '../model/placed.ts';
import type { Span } from '../model/span.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** One entry of a ConfigMap or Secret. */
export interface ConfigEntry {
  /** What it says; undefined for what is encrypted. */
  readonly text: string | undefined;
  /** The scalar that says it: as a whole file, or a scalar of a manifest. */
  readonly at: Span;
  readonly placed?: { readonly of: Placed; readonly path: ValuesPath };
  /** The file that it is, absolute. */
  readonly file?: string;
}

/** Where values come from that a manifest asks for by name. */
export interface ConfigSource {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Undefined when the manifest leaves it to whoever applies it. */
  readonly namespace: string | undefined;
  /** Undefined when nobody can see here what it holds: an ExternalSecret, a SealedSecret. */
  readonly entries: ReadonlyMap<string, ConfigEntry> | undefined;
  readonly at: Span;
  readonly files: readonly string[];
  /** Kustomize puts a hash behind the name. */
  readonly isHashed?: boolean;
}
