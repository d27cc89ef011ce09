import type { JsonSchema } from '../model/chart-profile.ts';

/** A schema and the file it is written in; the references in it start there. */
export interface SchemaDocument {
  /** A path or a URI; only `ReadSchema` looks into it. */
  readonly file: string;
  readonly schema: JsonSchema;
  /** Whether the schema was only inferred from default values. */
  readonly guessed?: boolean;
}

/** Finds what references name. */
export interface ReadSchema {
  /** The absolute URI of a document's file. */
  uriOf(file: string): string;
  /** The document with the URI, always the same object; undefined when it is not at hand. */
  load(uri: string): JsonSchema | undefined;
}
