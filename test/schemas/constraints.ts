import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json-value.ts';
import type { ValuesPath } from '../../src/model/values-path.ts';
import { resolveReference } from './resolve-reference.ts';

/** A value that breaks one keyword of the schema at a path. */
export interface Mutation {
  readonly path: ValuesPath;
  readonly keyword: string;
  readonly value: JsonValue;
}

/** One wrong value for every constraint that the schema puts on a property, whatever the mode; conditions are not entered. */
export function mutations(schema: JsonSchema): Mutation[] {
  const found: Mutation[] = [];
  const visit = (part: unknown, path: ValuesPath, depth: number): void => {
    if (!isJsonObject(part) || depth > 12) return;
    if (typeof part.$ref === 'string') visit(resolveReference(schema, part.$ref), path, depth + 1);
    if (Array.isArray(part.allOf))
      for (const branch of part.allOf) if (isUnconditional(branch)) visit(branch, path, depth + 1);
    if (path.length > 0)
      for (const [keyword, value] of Object.entries(wrongValues(part))) found.push({ path, keyword, value });
    for (const [key, child] of Object.entries(isJsonObject(part.properties) ? part.properties : {})) {
      visit(child, [...path, key], depth + 1);
    }
    if (isJsonObject(part.items)) visit(part.items, [...path, 0], depth + 1);
  };
  visit(schema, [], 0);
  return found;
}

function isUnconditional(branch: unknown): boolean {
  return (
    isJsonObject(branch) &&
    branch.if === undefined &&
    branch.anyOf === undefined &&
    branch.oneOf === undefined
  );
}

function wrongValues(schema: JsonObject): Record<string, JsonValue> {
  const types = ([] as JsonValue[]).concat(schema.type ?? []);
  const wrong: Record<string, JsonValue> = {};
  if (types.length > 0) {
    const other = [[true], 'word', 7.5, { surprise: 1 }].find(
      (value) => !types.some((type) => hasType(value, String(type))),
    );
    if (other !== undefined) wrong.type = other;
  }
  if (Array.isArray(schema.enum))
    wrong.enum = typeof schema.enum[0] === 'number' ? 123456 : 'not-in-the-list';
  if (schema.const !== undefined)
    wrong.const = typeof schema.const === 'number' ? schema.const + 1 : 'not-the-constant';
  if (typeof schema.minimum === 'number') wrong.minimum = schema.minimum - 1;
  if (typeof schema.maximum === 'number') wrong.maximum = schema.maximum + 1;
  // No pattern of ours accepts both; the second keeps within length limits.
  if (typeof schema.pattern === 'string')
    wrong.pattern =
      ['§ §', '§', '  '].find((text) => !new RegExp(String(schema.pattern), 'u').test(text)) ?? '';
  if (typeof schema.minLength === 'number' && schema.minLength > 0) wrong.minLength = '';
  if (typeof schema.maxLength === 'number') wrong.maxLength = 'a'.repeat(schema.maxLength + 1);
  return wrong;
}

function hasType(value: JsonValue, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}
