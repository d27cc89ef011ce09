import { isJsonObject, type JsonValue } from '../model/json-value.ts';

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['a text', /^(?:str|string|text)$/i],
  ['a boolean', /^bool(?:ean)?$/i],
  ['a number', /^(?:int|integer|number|float)$/i],
  ['a list', /^(?:list|array|\[\]\w+|list of \w+)$/i],
  ['a map', /^(?:map|object|dict|dictionary)$/i],
];

/**
 * What kind of value the type column of a table says (as helm-docs and people write it), and which one the default is; undefined
 * where they agree, where the word is another, and for empty defaults, which stand for nothing.
 */
export function otherType(
  word: string,
  value: JsonValue,
): { readonly stated: string; readonly actual: string } | undefined {
  const stated = KINDS.find(([, words]) => words.test(word))?.[0];
  const actual = kindOf(value);
  return stated === undefined || actual === undefined || stated === actual ? undefined : { stated, actual };
}

function kindOf(value: JsonValue): string | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'object' && Object.keys(value).length === 0) return undefined;
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a map';
  return { string: 'a text', number: 'a number', boolean: 'a boolean' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}
