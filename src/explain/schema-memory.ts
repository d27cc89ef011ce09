import type { References } from '../json-schema/references.ts';
import type { KeyIndex } from './key-index.ts';
import type { KeyNeighbours } from './key-neighbours.ts';

/**
 * What explaining errors has found out about a schema, whatever the values. It lies beside the schema, so that many releases of
 * one chart find it out once; empty at first, and never for another schema or other documents.
 */
export interface SchemaMemory {
  references?: References;
  keys?: KeyIndex;
  /** By keyword, place in the schema and place in the values. */
  neighbours?: Map<string, () => KeyNeighbours>;
}
