import { resolveReference } from '../json-schema/resolve-reference.ts';
import type { Chart } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];
const IN_PLACE = ['if', 'then', 'else'];

/** Whether the schema of the chart, or that of the subchart that the path leads into, says something about the value. */
export function schemaNames(chart: Chart, path: ValuesPath): boolean {
  if (chart.schema !== undefined && namesIn(chart.schema, path)) return true;
  const [first, ...rest] = path;
  const declared = chart.metadata.dependencies?.find(({ name, alias }) => (alias ?? name) === first);
  const below = chart.dependencies.find(({ metadata }) => metadata.name === (declared?.name ?? first));
  return below !== undefined && schemaNames(below, rest);
}

/**
 * Whether a schema says something about the value at the path: it names it in some branch, or it leaves the map around it
 * open on purpose (`additionalProperties: true` or a schema, `patternProperties`, no word about its type). A schema that
 * only lists a few properties and forgets `additionalProperties: false` does not name the others.
 */
function namesIn(root: JsonSchema, path: ValuesPath): boolean {
  let schemas = inPlace(root, [root]);
  for (const segment of path) {
    if (schemas.some((schema) => schema === true || isSilent(schema))) return true;
    schemas = inPlace(
      root,
      schemas.flatMap((schema) => (isJsonObject(schema) ? below(schema, segment) : [])),
    );
  }
  return schemas.length > 0;
}

/** The schemas themselves with all that speak about the same value. */
function inPlace(root: JsonSchema, schemas: readonly unknown[]): unknown[] {
  const found = new Set<unknown>();
  const visit = (schema: unknown): void => {
    if (found.has(schema)) return;
    if (schema !== undefined && schema !== false) found.add(schema);
    if (!isJsonObject(schema)) return;
    if (typeof schema.$ref === 'string') visit(resolveReference(root, schema.$ref) ?? true);
    for (const keyword of IN_PLACE_LISTS) {
      const list = schema[keyword];
      if (Array.isArray(list)) for (const branch of list) visit(branch);
    }
    for (const keyword of IN_PLACE) if (isJsonObject(schema[keyword])) visit(schema[keyword]);
  };
  for (const schema of schemas) visit(schema);
  return [...found];
}

function below(schema: Record<string, unknown>, segment: string | number): unknown[] {
  const { properties, patternProperties, additionalProperties, items } = schema;
  const key = String(segment);
  const found: unknown[] = [];
  if (isJsonObject(properties) && Object.hasOwn(properties, key)) found.push(properties[key]);
  if (isJsonObject(patternProperties)) found.push(...Object.values(patternProperties));
  if (isJsonObject(additionalProperties) || additionalProperties === true) found.push(additionalProperties);
  if (Array.isArray(items)) found.push(...items);
  else if (isJsonObject(items)) found.push(items);
  return found;
}

const ANNOTATIONS = new Set([
  'description',
  'title',
  'default',
  'examples',
  '$comment',
  'deprecated',
  'x-chartlint',
]);

/** A schema that only describes: anything goes. */
function isSilent(schema: unknown): boolean {
  return isJsonObject(schema) && Object.keys(schema).every((keyword) => ANNOTATIONS.has(keyword));
}
