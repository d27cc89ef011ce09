import type { Encryption } from './encryption.ts';
import type { EntryPart } from './entry-part.ts';
import type { JsonObject } from './json-value.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';
import type { ValuesPath } from './values-path.ts';

/** One values file (or `--set` flag) that knows where each key and value is written. */
export interface ValuesDocument {
  readonly source: Source;
  readonly text: string;
  /** What Helm reads from the text; several YAML documents in one file are already merged in order. */
  readonly data: JsonObject;
  /** Whether this document itself writes something (a null counts) at the path. The root is always written. */
  writes(path: ValuesPath): boolean;
  /**
   * Where the path's key or value is written. Never fails: a path that the document does not write resolves to its
   * closest ancestor that it does (that ancestor's key), in the end to the empty span at the start of the file.
   */
  locate(path: ValuesPath, part: EntryPart): Span;
  /**
   * How a piece of YAML is written into the text, where that is not as it is: the values stand in a quoted scalar. Undefined where it cannot
   * be: then nothing in the document can be edited.
   */
  encode?(piece: string): string | undefined;
  /** The other way round: the YAML that a piece of the text stands for. Beside `encode`. */
  decode?(written: string): string;
  /** What SOPS has encrypted in it; undefined where it has nothing. */
  readonly encryption?: Encryption;
}
