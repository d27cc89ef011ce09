import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { DEFINITIONS } from './schema-bundle.ts';

/** The definition that a `$ref` names; undefined for a schema without one. */
export function definitionOf(schema: JsonValue, definitions: JsonObject): JsonValue | undefined {
  if (!isJsonObject(schema) || typeof schema.$ref !== 'string') return undefined;
  return definitions[schema.$ref.slice(DEFINITIONS.length)];
}

/**
 * The schema with its reference, and what that one may be in turn, replaced by what it names; the words beside a reference
 * win. A definition that is nothing but a reference to itself comes to nothing.
 */
export function inlineReference(schema: JsonValue, definitions: JsonObject): JsonValue {
  let current = schema;
  const seen = new Set<JsonValue>();
  for (;;) {
    const target = definitionOf(current, definitions);
    if (target === undefined) return current;
    if (seen.has(target)) return {};
    seen.add(target);
    const { $ref, ...beside } = current as JsonObject;
    if (!isJsonObject(target)) return target;
    current = { ...target, ...beside };
  }
}
