import type { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import { typeWords } from './type-words.ts';
import { quoteValue } from './value-words.ts';

/** What a small schema asks for, in a few words: `"a" or "b"`, `a string`, `a map with "name"`; undefined when it takes more. */
export function schemaWords(place: SchemaPlace, references: References, depth = 0): string | undefined {
  const { schema } = place;
  if (!isJsonObject(schema) || depth > 8) return undefined;
  if (schema.const !== undefined) return quoteValue(schema.const);
  if (Array.isArray(schema.enum)) {
    return schema.enum.length > 8
      ? undefined
      : listWords(
          schema.enum.map((value) => quoteValue(value)),
          'or',
        );
  }
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const type = Array.isArray(types) ? typeWords(types as string[]) : undefined;
  if (typeof schema.pattern === 'string' && schema.pattern.length <= 40)
    return `text that matches ${schema.pattern}`;
  if (Array.isArray(schema.required) && schema.required.length > 0) {
    return `a map with ${listWords(
      schema.required.map((key) => JSON.stringify(key)),
      'and',
    )}`;
  }
  const limits = limitWords(schema);
  if (limits !== undefined) return `${type ?? 'a number'} of ${limits}`;
  if (type !== undefined) return type;
  for (const target of references.follow(place)) {
    const words = schemaWords(target, references, depth + 1);
    if (words !== undefined) return words;
  }
  return undefined;
}

function limitWords(schema: Readonly<Record<string, JsonValue>>): string | undefined {
  const words: string[] = [];
  if (typeof schema.minimum === 'number') words.push(`at least ${schema.minimum}`);
  if (typeof schema.exclusiveMinimum === 'number') words.push(`more than ${schema.exclusiveMinimum}`);
  if (typeof schema.maximum === 'number') words.push(`at most ${schema.maximum}`);
  if (typeof schema.exclusiveMaximum === 'number') words.push(`less than ${schema.exclusiveMaximum}`);
  if (typeof schema.multipleOf === 'number') words.push(`a multiple of ${schema.multipleOf}`);
  return words.length === 0 ? undefined : listWords(words, 'and');
}
