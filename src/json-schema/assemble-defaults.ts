import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import { References } from './references.ts';
import type { SchemaPlace } from './schema-place.ts';

/**
 * The values that the `default`s of a schema add up to. An object schema gives its assembled properties merged over its own
 * `default`; a schema without any default at or below it gives nothing. References are followed; `allOf` branches too.
 * @param onLimit called when they add up to more than `LIMITS.schemaDefaults` values: the others are left out.
 */
export function assembleDefaults(schema: JsonSchema, onLimit: () => void = () => {}): JsonObject {
  const budget = { visits: LIMITS.schemaDefaults };
  const references = new References(schema);
  const value = defaultsOf(references, references.root, 0, budget);
  if (budget.visits < 0) onLimit();
  return isJsonObject(value) ? value : {};
}

/** How many more parts are looked at: references that double at every step would never end. */
interface Budget {
  visits: number;
}

/** Deeper than any chart; ends schemas that refer to themselves. */
const MAX_DEPTH = 64;

function defaultsOf(
  references: References,
  place: SchemaPlace,
  depth: number,
  budget: Budget,
): JsonValue | undefined {
  const { schema } = place;
  if (!isJsonObject(schema) || depth > MAX_DEPTH || budget.visits < 0) return undefined;
  budget.visits--;
  let value: JsonValue | undefined =
    schema.default === undefined ? undefined : structuredClone(schema.default);
  const inherit = (part: SchemaPlace): void => {
    if (value !== undefined && !isJsonObject(value)) return;
    value = overlay(defaultsOf(references, part, depth + 1, budget), value);
  };
  if (isJsonObject(schema.properties) && (value === undefined || isJsonObject(value))) {
    const assembled: JsonObject = isJsonObject(value) ? value : {};
    for (const key of Object.keys(schema.properties)) {
      const property = references.step(place, 'properties', key);
      const child = defaultsOf(references, property, depth + 1, budget);
      if (child !== undefined) assembled[key] = overlay(assembled[key], child) as JsonValue;
    }
    if (value !== undefined || Object.keys(assembled).length > 0) value = assembled;
  }
  for (const target of references.follow(place)) inherit(target);
  if (Array.isArray(schema.allOf)) {
    for (const i of schema.allOf.keys()) inherit(references.step(place, 'allOf', i));
  }
  return value;
}

/** `strong` over `weak`, map by map. */
function overlay(weak: JsonValue | undefined, strong: JsonValue | undefined): JsonValue | undefined {
  if (strong === undefined) return weak;
  if (!isJsonObject(weak) || !isJsonObject(strong)) return strong;
  const merged: JsonObject = { ...weak };
  for (const [key, value] of Object.entries(strong)) merged[key] = overlay(weak[key], value) as JsonValue;
  return merged;
}
