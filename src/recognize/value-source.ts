import { parsePointer } from '../model/json-pointer.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { Setting } from '../model/scheduling-roles.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { Conditions, ValueSource } from '../model/workload-annotation.ts';

const REFERENCE = /\{(\/[^{}]*)\}/g;

/** Whether every condition holds. */
export function holds(data: JsonObject, conditions: Conditions | undefined): boolean {
  return Object.entries(conditions ?? {}).every(
    ([pointer, value]) => valueAt(data, parsePointer(pointer)) === value,
  );
}

/** The path of a pointer in which `{/a/b}` stands for the value at `/a/b`. */
export function resolvePointer(data: JsonObject, pointer: string): ValuesPath {
  if (!pointer.includes('{')) return parsePointer(pointer);
  const filled = pointer.replaceAll(REFERENCE, (_, inner: string) =>
    String(valueAt(data, parsePointer(inner)) ?? ''),
  );
  return parsePointer(filled);
}

/** The pattern of every path that a pointer with `{…}` in it may stand for. */
export function pointerPattern(pointer: string): string[] {
  return parsePointer(pointer.replaceAll(REFERENCE, '*'));
}

/**
 * What the template takes from the source: the first value that is not empty in Go's eyes, else the last one that is
 * there at all. A constant behind pointers has the place of the first one, where the value would be written; a
 * constant alone has the path `around`, since there is nothing to edit.
 */
export function settingFrom(
  data: JsonObject,
  source: ValueSource | undefined,
  around: ValuesPath,
): Setting<JsonValue> | undefined {
  let first: ValuesPath | undefined;
  let last: Setting<JsonValue> | undefined;
  for (const entry of source ?? []) {
    if (typeof entry === 'number' || !entry.startsWith('/')) {
      return first === undefined
        ? { path: around, value: entry, fixed: true }
        : { path: last?.path ?? first, value: entry };
    }
    const path = resolvePointer(data, entry);
    first ??= path;
    const value = valueAt(data, path);
    if (value === undefined || value === null) continue;
    last = { path, value };
    if (value !== 0 && value !== '' && value !== false) return last;
  }
  return last;
}

/** The setting when it is a whole number, or digits. */
export function numberFrom(setting: Setting<JsonValue> | undefined): Setting<number> | undefined {
  if (setting === undefined) return undefined;
  const { value } = setting;
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? { ...setting, value: number } : undefined;
}
