import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A map of a manifest whose type in the API is known. */
export interface ManifestNode {
  readonly value: JsonObject;
  readonly path: ValuesPath;
  /** `core/v1.Container` */
  readonly type: string;
  /** The typed map around it; undefined for the manifest itself. */
  readonly parent?: ManifestNode;
  readonly manifest: JsonObject;
  /** 34 for Kubernetes 1.34. */
  readonly minor: number;
}

/** The text of a field; undefined where it is empty, missing, or no text. */
export function textIn(value: JsonValue | undefined, field: string): string | undefined {
  const text = fieldOf(value, field);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** A value of a field, with the way to it and what it is called. */
interface FieldValue {
  readonly way: readonly (string | number)[];
  readonly name: string;
  readonly value: JsonValue;
}

/** What a field holds, of a list each item. */
export function valuesIn(value: JsonValue | undefined, field: string): readonly FieldValue[] {
  const found = fieldOf(value, field);
  if (found === undefined) return [];
  return Array.isArray(found)
    ? found.map((item: JsonValue, i) => ({ way: [field, i], name: `an item of ${field}`, value: item }))
    : [{ way: [field], name: field, value: found }];
}

export function numberIn(value: JsonValue | undefined, field: string): number | undefined {
  const number = fieldOf(value, field);
  return typeof number === 'number' ? number : undefined;
}

/** The map in a field; undefined where there is none. An empty one is one. */
export function mapIn(value: JsonValue | undefined, field: string): JsonObject | undefined {
  const map = fieldOf(value, field);
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? map : undefined;
}

/** The items of a list; empty where there is none. */
export function listIn(value: JsonValue | undefined, field: string): readonly JsonValue[] {
  const list = fieldOf(value, field);
  return Array.isArray(list) ? list : [];
}

/** The maps in a list with their indexes. */
export function mapsIn(value: JsonValue | undefined, field: string): [number, JsonObject][] {
  return listIn(value, field).flatMap((item, i): [number, JsonObject][] =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? [[i, item]] : [],
  );
}

/** The value of a field, where it is written and not null. */
export function fieldOf(value: JsonValue | undefined, field: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, field) ? (value[field] ?? undefined) : undefined;
}
