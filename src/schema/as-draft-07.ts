import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';

/** What draft-07 cannot say; leaving it out only forbids less. */
const DROPPED = [
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$id',
  '$recursiveAnchor',
  '$recursiveRef',
  '$schema',
  '$vocabulary',
  'id',
  'maxContains',
  'minContains',
  'unevaluatedItems',
  'unevaluatedProperties',
];

/**
 * One schema object of any draft in the words of draft-07, the draft that every editor reads. The schemas below it are
 * left alone. Names of the document (`$id`, anchors) go: references are resolved before.
 */
export function asDraft07(schema: JsonObject): JsonObject {
  const result = { ...schema };
  for (const keyword of DROPPED) delete result[keyword];
  exclusive(result, 'exclusiveMinimum', 'minimum');
  exclusive(result, 'exclusiveMaximum', 'maximum');
  // Draft 3 and OpenAPI mark the property itself.
  if (!Array.isArray(result.required)) delete result.required;
  const dependencies: Record<string, JsonValue> = {};
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    if (isJsonObject(result[keyword])) Object.assign(dependencies, result[keyword]);
    delete result[keyword];
  }
  if (Object.keys(dependencies).length > 0) result.dependencies = dependencies;
  if (Array.isArray(result.prefixItems)) {
    if (result.items !== undefined) result.additionalItems = result.items;
    result.items = result.prefixItems;
    delete result.prefixItems;
  }
  return result;
}

/** Draft 4 says `exclusiveMinimum: true` beside the minimum. */
function exclusive(schema: JsonObject, flag: string, bound: string): void {
  if (typeof schema[flag] !== 'boolean') return;
  const limit = schema[bound];
  if (schema[flag] && limit !== undefined) {
    schema[flag] = limit;
    delete schema[bound];
  } else {
    delete schema[flag];
  }
}
