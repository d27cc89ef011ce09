import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { ScalarRole } from '../model/scalar-role.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Every text, number and boolean of the values, in the order of the values. */
export function recognizeScalars(data: JsonObject): ScalarRole[] {
  const scalars: ScalarRole[] = [];
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (typeof value !== 'object') scalars.push({ path, value });
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i]);
    else if (value !== null) for (const key of Object.keys(value)) visit(value[key]!, [...path, key]);
  };
  visit(data, []);
  return scalars;
}
