import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import type { Chart } from '../model/chart.ts';
import type { FieldSchema } from '../model/field-schema.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { addEditorWords } from './add-editor-words.ts';
import { applyFieldSchemas } from './apply-field-schemas.ts';
import { chartDefaults, subchartDefaults } from './chart-defaults.ts';
import { chartSchema } from './chart-schema.ts';
import { fillDefaults } from './fill-defaults.ts';
import { type Beside, laidOver } from './laid-over.ts';
import { relaxSchema } from './relax-schema.ts';
import { SchemaBundle } from './schema-bundle.ts';
import type { ReadSchema, SchemaDocument } from './schema-document.ts';
import { settleReferences } from './settle-references.ts';

export interface EditorSchemaOptions {
  /** The chart's schema, when another than its own is the authority on its values. */
  readonly schema?: SchemaDocument;
  /** For files that are laid over the chart's values, rather than for the chart's own values.yaml. */
  readonly overlay?: boolean;
  /** With `overlay`: what else it is laid over, or laid under. */
  readonly beside?: Beside;
  /** No definitions: every reference is replaced by what it names. */
  readonly inline?: boolean;
  /** What the schema is for, so that chartlint finds the chart when a values file names the schema. */
  readonly chart?: string;
  /** The Kubernetes fields that values of the chart go into. */
  readonly fields?: readonly FieldSchema[];
  readonly read: ReadSchema;
}

export interface EditorSchema {
  readonly json: JsonObject;
  /** References that name nothing at hand; their places accept anything. */
  readonly unresolved: readonly string[];
}

/** One draft-07 document about the values of a chart and of the charts below it, with all that an editor can show. */
export function editorSchema(chart: Chart, options: EditorSchemaOptions): EditorSchema {
  const bundle = new SchemaBundle(options.read);
  const { definitions } = bundle;
  const defaults = chartDefaults(chart);
  const isGuessed = options.schema === undefined && chart.schema === undefined;
  const own = applyFieldSchemas(
    chartSchema(chart, bundle, options.schema),
    options.fields ?? [],
    definitions,
    isGuessed,
  );
  const filled = fillDefaults(own, defaults, definitions);
  // The chart's own values.yaml lies over those of the charts below.
  const given = options.beside === undefined ? defaults : laidOver(defaults, options.beside);
  const below = options.overlay === true ? given : subchartDefaults(chart);
  const relaxed = relaxSchema(filled, below, definitions);
  // `x-chartlint` is about the chart as a whole; it cannot say the same of a part, or of a file on top.
  const finish = (schema: JsonValue): JsonValue =>
    options.overlay === true || chart.dependencies.length > 0
      ? withoutAnnotations(addEditorWords(schema))
      : addEditorWords(schema);
  const words = Object.fromEntries(Object.entries(definitions).map(([name, part]) => [name, finish(part)]));
  const root = finish(relaxed) as JsonObject;
  const settled = settleReferences(root, words, { inline: options.inline === true });
  return { json: withHead(settled, chart, options), unresolved: [...bundle.unresolved] };
}

function withHead(
  schema: JsonObject,
  { metadata }: Chart,
  { overlay, chart }: EditorSchemaOptions,
): JsonObject {
  const { title, description, 'x-chartlint': annotation, markdownDescription, ...rest } = schema;
  const name = typeof title === 'string' ? title : `Values of ${metadata.name} ${metadata.version}`.trim();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: overlay === true ? `${name}, overlay` : name,
    ...(description === undefined ? {} : { description }),
    ...(markdownDescription === undefined ? {} : { markdownDescription }),
    ...(chart === undefined && annotation === undefined
      ? {}
      : { 'x-chartlint': { ...(isJsonObject(annotation) ? annotation : {}), ...(chart && { chart }) } }),
    ...rest,
  };
}

function withoutAnnotations(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const { 'x-chartlint': _, ...rest } = schema;
  return mapSubschemas(rest, withoutAnnotations);
}
