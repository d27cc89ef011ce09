import type { JsonValue } from '../model/json-value.ts';

/** Whether a setting says nothing: absent, null or an empty text. Templates take 0 and false for empty as well. */
export function isEmptySetting(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}
