import { References } from '../../src/json-schema/references.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';

/** The part of the schema that a reference at its root leads to; undefined when nothing is there. */
export function resolveReference(schema: JsonSchema, reference: string): unknown {
  const references = new References(schema);
  return references.resolve(reference, references.root).place?.schema;
}
