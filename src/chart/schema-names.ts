import { onlyDescribes } from '../json-schema/only-describes.ts';
import { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import type { Chart } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { SchemaWord } from '../model/schema-word.ts';
import type { ValuesPath } from '../model/values-path.ts';

const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];
const IN_PLACE = ['if', 'then', 'else'];

/**
 * What the schema of the chart, or that of the subchart that the path leads into, says about a value: it names it in some branch, or
 * it allows whatever is there (`additionalProperties: true`, no word about the type of the map). A schema that only lists a few
 * properties and forgets `additionalProperties: false` says nothing of the others.
 */
export function schemaNames(chart: Chart, path: ValuesPath): SchemaWord | undefined {
  const own = chart.schema === undefined ? undefined : follow(chart.schema, path).word;
  if (own === 'names') return own;
  const [first, ...rest] = path;
  const declared = chart.metadata.dependencies?.find(({ name, alias }) => (alias ?? name) === first);
  const below = chart.dependencies.find(({ metadata }) => metadata.name === (declared?.name ?? first));
  return (below && schemaNames(below, rest)) ?? own;
}

/** Whether a schema names the value at the path, or forbids it, so that an error of its own says all there is to say. */
export function schemaSettles(root: JsonSchema, path: ValuesPath): boolean {
  const { word, around } = follow(root, path);
  return (
    word !== undefined ||
    around.some(({ schema }) => isJsonObject(schema) && schema.additionalProperties === false)
  );
}

/** What a schema says about the value at the path; if nothing, what speaks about the map where it loses the path. */
function follow(
  root: JsonSchema,
  path: ValuesPath,
): { readonly word?: SchemaWord; readonly around: readonly SchemaPlace[] } {
  const references = new References(root);
  let places = inPlace(references, [references.root]);
  for (const segment of path) {
    if (places.some(({ schema }) => schema === true || (isJsonObject(schema) && onlyDescribes(schema))))
      return { word: 'allows', around: [] };
    const next = inPlace(
      references,
      places.flatMap((place) => below(references, place, segment)),
    );
    if (next.length === 0) return { around: places };
    places = next;
  }
  return { word: places.every(isFree) ? 'allows' : 'names', around: [] };
}

/** What `additionalProperties: true` says about a key. */
function isFree({ schema, pointer }: SchemaPlace): boolean {
  return schema === true && pointer.endsWith('/additionalProperties');
}

/** What stands for a schema that is not at hand. */
const ANYTHING: Omit<SchemaPlace, 'base' | 'dialect'> = { schema: true, pointer: '' };

/** The schemas themselves with all that speak about the same value. */
function inPlace(references: References, places: readonly SchemaPlace[]): SchemaPlace[] {
  const found = new Map<unknown, SchemaPlace>();
  const visit = (place: SchemaPlace): void => {
    const { schema } = place;
    if (schema === undefined || schema === false || found.has(schema)) return;
    found.set(schema, place);
    if (!isJsonObject(schema)) return;
    const targets = references.follow(place);
    if (targets.length === 0 && typeof schema.$ref === 'string') visit({ ...place, ...ANYTHING });
    for (const target of targets) visit(target);
    for (const keyword of IN_PLACE_LISTS) {
      const list = schema[keyword];
      if (Array.isArray(list)) for (const i of list.keys()) visit(references.step(place, keyword, i));
    }
    for (const keyword of IN_PLACE) {
      if (isJsonObject(schema[keyword])) visit(references.step(place, keyword));
    }
  };
  for (const place of places) visit(place);
  return [...found.values()];
}

function below(references: References, place: SchemaPlace, segment: string | number): SchemaPlace[] {
  const { schema } = place;
  if (!isJsonObject(schema)) return [];
  const { properties, patternProperties, additionalProperties, items } = schema;
  const key = String(segment);
  const at = (...keys: (string | number)[]): SchemaPlace => references.step(place, ...keys);
  const found: SchemaPlace[] = [];
  if (isJsonObject(properties) && Object.hasOwn(properties, key)) found.push(at('properties', key));
  if (isJsonObject(patternProperties)) {
    found.push(...Object.keys(patternProperties).map((pattern) => at('patternProperties', pattern)));
  }
  if (isJsonObject(additionalProperties) || additionalProperties === true) {
    found.push(at('additionalProperties'));
  }
  if (Array.isArray(items)) found.push(...items.map((_, i) => at('items', i)));
  else if (isJsonObject(items)) found.push(at('items'));
  return found;
}
