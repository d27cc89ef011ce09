import type { JsonSchema } from '../model/chart-profile.ts';

/** A schema and the file it is written in; the references in it start there. */
export interface SchemaDocument {
  /** A path or a URI; only `ReadSchema` looks into it. */
  readonly file: string;
  readonly schema: JsonSchema;
  /** Whether the schema was only inferred from default values. */
  readonly guessed?: boolean;
}

/** Reads the file that a reference in `from` names (`../common.json`); undefined when it is not at hand. */
export type ReadSchema = (reference: string, from: SchemaDocument) => SchemaDocument | undefined;
