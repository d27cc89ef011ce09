import type { KubernetesCheckName, ManifestCheckName } from '../model/check-id.ts';
import type { EntryPart } from '../model/entry-part.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Severity } from '../model/severity.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A mistake in a manifest: what is wrong, why it matters, what to do. */
export interface ManifestFact {
  /** The id of the check that found it. */
  readonly check: KubernetesCheckName | ManifestCheckName;
  readonly severity: Severity;
  /** The path in the manifest. Where something is missing, the map that misses it. */
  readonly at: ValuesPath;
  readonly part: EntryPart;
  /** One clause without a full stop, of at most 100 characters, with the value as written. */
  readonly problem: string;
  readonly why: string;
  readonly help: string;
  /** Other places that take part. */
  readonly related?: readonly { readonly at: ValuesPath; readonly problem: string }[];
  readonly mend?: Mend;
}

/** What would make it right, where that is certain enough to offer. */
export type Mend =
  | { readonly how: 'rename'; readonly to: string }
  /** Quotes around what is written; the value read of it may be spelled otherwise. */
  | { readonly how: 'quote' }
  | { readonly how: 'replace'; readonly by: JsonValue }
  | { readonly how: 'remove' };

/** What a check says: its id is known, and most mistakes are errors. */
export interface CheckFact extends Partial<Pick<ManifestFact, 'severity' | 'part' | 'related' | 'mend'>> {
  readonly at: ValuesPath;
  readonly problem: string;
  readonly why: string;
  readonly help: string;
}
