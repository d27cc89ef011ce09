import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { describeValues } from './describe-values.ts';

/**
 * A loose schema for a chart that has none, from its values.yaml: the types of the defaults, the comments as descriptions,
 * other keys allowed, nothing required. Where charts tell nothing by their default (null, an empty string), anything goes.
 */
export function inferSchema(
  chart: string,
  values: JsonObject,
  document: ValuesDocument | undefined,
): JsonSchema {
  const describe = document === undefined ? () => '' : describeValues(document);
  return {
    ...(infer(values, [], describe) as JsonObject),
    title: `Values of ${chart}`,
    description: `Guessed by chartlint from the values.yaml of ${chart}, which has no values.schema.json: types are those of the defaults, descriptions are the comments, and keys that are not listed are allowed.`,
  };
}

type Describe = (path: ValuesPath) => string;

function infer(value: JsonValue, path: ValuesPath, describe: Describe): JsonValue {
  const description = path.length === 0 ? '' : describe(path);
  return { ...(description === '' ? {} : { description }), ...shape(value, path, describe) };
}

function shape(value: JsonValue, path: ValuesPath, describe: Describe): JsonObject {
  if (isJsonObject(value)) {
    const properties = Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, infer(child, [...path, key], describe)]),
    );
    // A map that is deleted or left empty in the file (`resources:`) is null.
    const type = path.length === 0 ? 'object' : ['object', 'null'];
    return Object.keys(properties).length === 0 ? { type } : { type, properties };
  }
  if (Array.isArray(value)) return { type: ['array', 'null'], ...itemsOf(value) };
  if (value === null || value === '') return {};
  if (typeof value === 'boolean') return { type: 'boolean' };
  // Templates print either, and people write `1.25` for a tag and "80" for a port.
  return { type: ['string', 'number'] };
}

/** Items that are all maps are described together. */
function itemsOf(items: readonly JsonValue[]): JsonObject {
  if (items.length === 0 || !items.every(isJsonObject)) return {};
  const properties: JsonObject = {};
  for (const item of items) {
    for (const [key, child] of Object.entries(item)) {
      properties[key] ??= shape(child, [], () => '');
    }
  }
  return { items: { type: 'object', properties } };
}
