import type { JsonValue } from '../model/json-value.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/** The text at a path; undefined when there is none, or it is empty. */
export function textAt(data: JsonValue, path: ValuesPath): string | undefined {
  const value = valueAt(data, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
