import type { JsonObject } from '../model/json-value.ts';

const ANNOTATIONS = new Set([
  '$comment',
  'default',
  'deprecated',
  'deprecationMessage',
  'description',
  'doNotSuggest',
  'enumDescriptions',
  'errorMessage',
  'examples',
  'markdownDescription',
  'markdownEnumDescriptions',
  'patternErrorMessage',
  'readOnly',
  'title',
  'writeOnly',
]);

/** The keywords of a schema that describe a value and forbid nothing. */
export function annotationsOf(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isAnnotation(keyword)));
}

/** Whether a keyword describes a value and forbids nothing. */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
}
