import type { FindingId } from './check-id.ts';
import type { Fix } from './fix.ts';
import type { ReleaseId } from './release-id.ts';
import type { Severity } from './severity.ts';
import type { Span } from './span.ts';
import type { Statement } from './statement.ts';

export interface RelatedLocation {
  readonly span: Span;
  readonly message: string;
}

/** One problem to show the user, whoever found it: the YAML parser, the schema, a rule. */
export interface Finding extends Statement {
  /** `mutable-image-tag`, `zymtrace/endpoint-scheme`, `schema/type`, `yaml/syntax`. */
  readonly rule: FindingId;
  readonly severity: Severity;
  readonly span: Span;
  /** JSON Pointer into the effective values: the identity that survives moved lines. */
  readonly path: string;
  /** The release that it was found in, where its text holds several. */
  readonly release?: ReleaseId;
  readonly related: readonly RelatedLocation[];
  readonly fix?: Fix;
  /** Whether only defaults of a chart that is not the user's own cause it: then it is counted and not shown, unless asked for. */
  readonly ofDefaults?: true;
  /** See `Fact`. */
  readonly cause?: string;
  /** Other places of which the same is to be said: it is reported once for all. */
  readonly also?: readonly Span[];
}
