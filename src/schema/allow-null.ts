import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { inlineReference } from './inline-reference.ts';

/** The schema, but null passes as well. */
export function allowNull(schema: JsonValue, definitions: JsonObject): JsonValue {
  const inlined = inlineReference(schema, definitions);
  if (!isJsonObject(inlined)) return inlined;
  const result = { ...inlined };
  const { type } = result;
  if (type !== undefined && ![type].flat().includes('null')) result.type = [type, 'null'].flat();
  if (result.const !== undefined && result.const !== null) {
    result.enum = [result.const, null];
    delete result.const;
  } else if (Array.isArray(result.enum) && !result.enum.includes(null)) {
    result.enum = [...result.enum, null];
  }
  if (Array.isArray(result.allOf)) result.allOf = result.allOf.map((part) => allowNull(part, definitions));
  for (const keyword of ['then', 'else']) {
    const part = result[keyword];
    if (part !== undefined) result[keyword] = allowNull(part, definitions);
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = result[keyword];
    if (Array.isArray(branches) && !branches.some((branch) => takesNull(branch, definitions)))
      result[keyword] = [...branches, { type: 'null' }];
  }
  return result;
}

/** Whether a schema says itself that null passes. */
function takesNull(schema: JsonValue, definitions: JsonObject): boolean {
  const inlined = inlineReference(schema, definitions);
  if (!isJsonObject(inlined)) return inlined === true;
  const { type } = inlined;
  const asserts = ['const', 'enum', 'allOf', 'anyOf', 'oneOf', 'if', 'not'].some(
    (keyword) => inlined[keyword] !== undefined,
  );
  if (asserts) return Array.isArray(inlined.enum) && inlined.enum.includes(null);
  return type === undefined || [type].flat().includes('null');
}
