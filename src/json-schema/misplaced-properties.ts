import type { SchemaProblem } from '../explain/schema-problems.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { DATA_KEYWORDS, MAP_KEYWORDS } from './schema-keywords.ts';

/** Every keyword of the drafts, and what editors and generators add. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...MAP_KEYWORDS,
  ...DATA_KEYWORDS,
  ...['$anchor', '$comment', '$dynamicAnchor', '$dynamicRef', '$id', '$recursiveAnchor', '$recursiveRef'],
  ...['$ref', '$schema', '$vocabulary', 'additionalItems', 'additionalProperties', 'allOf', 'anyOf'],
  ...['contains', 'contentEncoding', 'contentMediaType', 'contentSchema', 'deprecated', 'description'],
  ...['discriminator', 'else', 'example', 'exclusiveMaximum', 'exclusiveMinimum', 'externalDocs', 'format'],
  ...['id', 'if', 'items', 'maxContains', 'maxItems', 'maxLength', 'maxProperties', 'maximum', 'minContains'],
  ...['minItems', 'minLength', 'minProperties', 'minimum', 'multipleOf', 'not', 'nullable', 'oneOf'],
  ...['pattern', 'prefixItems', 'propertyNames', 'readOnly', 'then', 'title', 'type'],
  ...['unevaluatedItems', 'unevaluatedProperties', 'uniqueItems', 'writeOnly', 'xml'],
]);
const TYPES: ReadonlySet<unknown> = new Set([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
]);

/**
 * Schemas of properties that stand beside `type` and the like rather than under `properties`: validators take the name for
 * a keyword that they do not know, and check nothing. Only what is plainly a schema counts (a `type` of JSON Schema), in
 * plainly the schema of a map, or in one that says nothing else; maps of definitions that something refers to do not.
 */
export function misplacedProperties(root: JsonSchema): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const referred = referredNames(root);
  const visit = (schema: unknown, at: readonly string[]): void => {
    if (!isJsonObject(schema)) return;
    const isOfMap =
      schema.type === 'object' ||
      isJsonObject(schema.properties) ||
      Object.keys(schema).every((key) => !KEYWORDS.has(key));
    // A map of definitions under a name of its own: a reference finds them there.
    const isLibrary = Object.keys(schema).some((key) => !KEYWORDS.has(key) && referred.has(key));
    for (const [key, value] of Object.entries(schema)) {
      const here = [...at, key];
      if (DATA_KEYWORDS.has(key)) continue;
      if (MAP_KEYWORDS.has(key) && isJsonObject(value)) {
        for (const [name, part] of Object.entries(value)) visit(part, [...here, name]);
      } else if (Array.isArray(value)) {
        for (const [i, part] of value.entries()) visit(part, [...here, String(i)]);
      } else if (KEYWORDS.has(key)) visit(value, here);
      else if (
        isOfMap &&
        !isLibrary &&
        !key.startsWith('x-') &&
        isJsonObject(value) &&
        TYPES.has(value.type)
      ) {
        problems.push(misplaced(key, schema, here));
      }
    }
  };
  visit(root, []);
  return problems;
}

/** The last name of every reference with a path: `Probe` of `k8s.json#/core/Probe`. */
function referredNames(root: JsonSchema): Set<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (isJsonObject(part)) {
      const name = typeof part.$ref === 'string' ? part.$ref.split('#')[1]?.split('/').at(-1) : undefined;
      if (name !== undefined) names.add(name.replaceAll('~1', '/').replaceAll('~0', '~'));
      Object.values(part).forEach(visit);
    }
  };
  visit(root);
  return names;
}

function misplaced(key: string, { properties }: JsonObject, at: readonly string[]): SchemaProblem {
  const where = isJsonObject(properties) ? 'the "properties" beside it' : '"properties"';
  return {
    rule: 'schema/misplaced-property',
    severity: 'warning',
    at: [],
    message: `"${key}" stands where keywords of JSON Schema stand, and there is no such keyword, so validators ignore it and check nothing. Move it into ${where}.`,
    schemaAt: at,
  };
}
