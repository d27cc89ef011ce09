import type { JsonValue } from './json-value.ts';

/** A value in a sentence: texts in quotes, numbers and booleans as they are. */
export function valueText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
}
