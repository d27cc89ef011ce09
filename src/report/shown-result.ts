import type { LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';

declare const MASKED: unique symbol;

/** A result without the characters of secrets, which is all that a format gets. Only `maskSecrets` makes one. */
export interface ShownResult extends LintResult {
  /** Where the secrets stand: their characters are `•` there. */
  readonly secrets: ReadonlyMap<string, readonly Span[]>;
  readonly [MASKED]: true;
}
