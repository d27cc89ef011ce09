import type { JsonValue } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';

/** Types in the order in which people think of them, each with its words. */
const WORDS: Readonly<Record<string, string>> = {
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'null',
};

/** What a value of one of the types is called: `an integer, a string or a map`. */
export function typeWords(types: readonly string[]): string {
  const wanted = new Set(types);
  if (wanted.has('number')) wanted.delete('integer');
  const named = Object.keys(WORDS).filter((type) => wanted.has(type));
  return listWords(
    named.map((type) => (type === 'boolean' && named.length > 1 ? 'a boolean' : WORDS[type]!)),
    'or',
  );
}

/** The JSON Schema type of a value. */
export function typeOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** What the value is: `a string`, `a list`. */
export function kindWords(value: JsonValue | undefined): string {
  const type = typeOf(value);
  return type === 'boolean' ? 'a boolean' : (WORDS[type] ?? type);
}

/** What is wanted, or a value of one of the other types that would do as well. */
export function orTypes(wanted: string, others: readonly string[] | undefined): string {
  return others === undefined || others.length === 0 ? wanted : `${wanted} or ${typeWords(others)}`;
}
