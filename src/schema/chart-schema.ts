import type { Chart } from '../model/chart.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { describeValues } from './describe-values.ts';
import { fillDescriptions } from './fill-descriptions.ts';
import { inferSchema } from './infer-schema.ts';
import type { SchemaBundle } from './schema-bundle.ts';
import type { SchemaDocument } from './schema-document.ts';
import { type Subchart, subchartsOf } from './subcharts-of.ts';

/**
 * The schema of a chart together with those of the charts below it, each under the name that its values have in the
 * parent; with `global`, the switches of the dependencies and their tags.
 */
export function chartSchema(
  chart: Chart,
  bundle: SchemaBundle,
  own: SchemaDocument = documentOf(chart),
): JsonObject {
  const subcharts = subchartsOf(chart);
  const schema = described(chart, bundle.add(own), own, bundle);
  if (subcharts.length === 0) return schema;
  const properties: JsonObject = isJsonObject(schema.properties) ? { ...schema.properties } : {};
  const guessed = own.guessed === true;
  for (const { name, chart: below } of subcharts) {
    const nested = chartSchema(below, bundle);
    // What was guessed from the parent's values says less than the subchart's schema.
    const parents = guessed ? undefined : properties[name];
    properties[name] = both(parents, nested);
    const shared = isJsonObject(nested.properties) ? nested.properties.global : undefined;
    if (shared !== undefined) properties.global = both(properties.global, shared);
  }
  return addSwitches({ ...schema, properties }, subcharts);
}

/** Whoever hovers over a key reads the comment of the values file where the schema has no words. */
function described(
  { values: { data, document } }: Chart,
  schema: JsonObject,
  { guessed }: SchemaDocument,
  { definitions }: SchemaBundle,
): JsonObject {
  return guessed === true || document === undefined
    ? schema
    : fillDescriptions(schema, data, describeValues(document), definitions);
}

function documentOf(chart: Chart): SchemaDocument {
  const file = chart.values.label.replace(/values\.yaml$/, 'values.schema.json');
  const { schema, metadata, values } = chart;
  if (schema !== undefined) return { file, schema };
  return { file, schema: inferSchema(metadata.name, values.data, values.document), guessed: true };
}

/** Both demands hold; the words of the first are what an editor shows. */
function both(first: JsonValue | undefined, second: JsonValue): JsonValue {
  if (first === undefined || first === true) return second;
  if (!isJsonObject(first) || !isJsonObject(second)) return first;
  const { title, description } = { ...second, ...first };
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    allOf: [first, second],
  };
}

/** Conditions and tags in Chart.yaml are values as well, which no schema of a subchart knows. */
function addSwitches(schema: JsonObject, subcharts: readonly Subchart[]): JsonObject {
  let result = schema;
  for (const { name, dependency } of subcharts) {
    for (const condition of dependency?.condition?.split(',') ?? []) {
      const path = condition.trim().split('.');
      if (path[0] !== '') result = addSwitch(result, path, `Whether ${name} is installed.`);
    }
    for (const tag of dependency?.tags ?? []) {
      result = addSwitch(result, ['tags', tag], `Whether the charts with the tag ${tag} are installed.`);
    }
  }
  return result;
}

function addSwitch(
  schema: JsonObject,
  [key = '', ...rest]: readonly string[],
  description: string,
): JsonObject {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const current = properties[key];
  if (rest.length === 0) {
    const known = current === undefined ? { type: 'boolean', description } : current;
    return { ...schema, properties: { ...properties, [key]: known } };
  }
  const below = isJsonObject(current) ? current : {};
  if (namesKey(below, rest[0] ?? '')) return schema;
  return { ...schema, properties: { ...properties, [key]: addSwitch(below, rest, description) } };
}

/** Whether some part of the schema describes the key already. */
function namesKey(schema: JsonObject, key: string): boolean {
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, key)) return true;
  return (
    Array.isArray(schema.allOf) && schema.allOf.some((part) => isJsonObject(part) && namesKey(part, key))
  );
}
