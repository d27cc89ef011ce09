import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { looksSecret } from '../model/looks-secret.ts';
import { inlineReference } from './inline-reference.ts';

/** Deeper than any chart; ends schemas that refer to themselves in place. */
const MAX_DEPTH = 64;

/**
 * The schema with the chart's values as `default`s, for editors to show and insert. A `default` that the schema has already
 * gives way: the chart's values are what counts. Passwords are left out.
 */
export function fillDefaults(schema: JsonObject, defaults: JsonObject, definitions: JsonObject): JsonObject {
  return fillMap(schema, defaults, definitions, 0);
}

function fillMap(
  schema: JsonObject,
  defaults: JsonObject,
  definitions: JsonObject,
  depth: number,
): JsonObject {
  const result = { ...schema };
  const below = (part: JsonValue): JsonValue => {
    const inlined = inlineReference(part, definitions);
    return isJsonObject(inlined) && hasParts(inlined) && depth < MAX_DEPTH
      ? fillMap(inlined, defaults, definitions, depth + 1)
      : part;
  };
  if (Array.isArray(schema.allOf)) result.allOf = schema.allOf.map(below);
  if (!isJsonObject(schema.properties)) return result;
  const properties: JsonObject = { ...schema.properties };
  for (const [key, part] of Object.entries(properties)) {
    const value = Object.hasOwn(defaults, key) ? defaults[key] : undefined;
    if (value === undefined || value === null) continue;
    const inlined = inlineReference(part, definitions);
    if (!isJsonObject(inlined)) continue;
    if (isJsonObject(value) && hasParts(inlined)) {
      properties[key] = fillMap(inlined, value, definitions, depth + 1);
    } else if (isJsonObject(part) && isShort(value) && !isSecret(key, inlined, value)) {
      properties[key] = { ...part, default: value };
    }
  }
  result.properties = properties;
  return result;
}

/** Maps, and lists of them, say little as a default, and may hold a password further in. */
function isShort(value: JsonValue): boolean {
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return !Array.isArray(value) || !value.some((item) => typeof item === 'object' && item !== null);
}

function isSecret(key: string, { 'x-chartlint': annotation }: JsonObject, value: JsonValue): boolean {
  return value !== '' && (looksSecret(key) || (isJsonObject(annotation) && annotation.secret === true));
}

function hasParts({ properties, allOf }: JsonObject): boolean {
  return isJsonObject(properties) || Array.isArray(allOf);
}
