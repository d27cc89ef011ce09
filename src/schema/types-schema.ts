import type { Chart } from '../model/chart.ts';
import type { JsonObject } from '../model/json-value.ts';
import { subchartDefaults } from './chart-defaults.ts';
import { chartSchema } from './chart-schema.ts';
import type { EditorSchema } from './editor-schema.ts';
import { relaxSchema } from './relax-schema.ts';
import { SchemaBundle } from './schema-bundle.ts';
import type { ReadSchema, SchemaDocument } from './schema-document.ts';

/** One document about the values of a chart and of the charts below it, as plain as it is written: definitions keep their names. */
export function typesSchema(
  chart: Chart,
  schema: SchemaDocument | undefined,
  read: ReadSchema,
): EditorSchema {
  const bundle = new SchemaBundle(read);
  const own = chartSchema(chart, bundle, schema);
  const relaxed = relaxSchema(own, subchartDefaults(chart), bundle.definitions) as JsonObject;
  return { json: { ...relaxed, definitions: bundle.definitions }, unresolved: [...bundle.unresolved] };
}
