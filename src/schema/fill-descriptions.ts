import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { inlineReference } from './inline-reference.ts';

/** Deeper than any chart; ends schemas that refer to themselves in place. */
const MAX_DEPTH = 64;
/** Where one of these is, a new property would change what the schema takes. */
const OF_OTHERS = ['patternProperties', 'propertyNames', 'unevaluatedProperties'];

/**
 * The schema with what `describe` says of the chart's values where it has no description itself, also of keys that it allows
 * without naming them. What it takes stays the same.
 */
export function fillDescriptions(
  schema: JsonObject,
  values: JsonObject,
  describe: (path: ValuesPath) => string,
  definitions: JsonObject,
  path: ValuesPath = [],
): JsonObject {
  const own = isJsonObject(schema.properties) ? schema.properties : {};
  const changed: JsonObject = {};
  for (const [key, value] of Object.entries(values)) {
    const at = [...path, key];
    const part = Object.hasOwn(own, key) ? own[key] : undefined;
    if (part === undefined) {
      const words = takesOthers(schema) ? describe(at) : '';
      if (words !== '') changed[key] = { description: words };
      continue;
    }
    const inlined = inlineReference(part, definitions);
    if (!isJsonObject(part) || !isJsonObject(inlined)) continue;
    const words = inlined.description === undefined ? describe(at) : '';
    const isMap = isJsonObject(value) && isJsonObject(inlined.properties) && path.length < MAX_DEPTH;
    const filled = isMap ? fillDescriptions(inlined, value, describe, definitions, at) : inlined;
    const described = filled === inlined ? part : filled;
    if (words !== '') changed[key] = { description: words, ...described };
    else if (described !== part) changed[key] = described;
  }
  return Object.keys(changed).length === 0 ? schema : { ...schema, properties: { ...own, ...changed } };
}

function takesOthers(schema: JsonObject): boolean {
  const { additionalProperties: others } = schema;
  return (
    (others === undefined || others === true) && OF_OTHERS.every((keyword) => schema[keyword] === undefined)
  );
}
