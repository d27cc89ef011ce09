import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { looksSecret } from '../../model/looks-secret.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { valueAt } from '../../model/values-path.ts';

const LONGEST = 32;

/** The value as a message shows it, in JSON's spelling and not too long; one that may be a secret by its kind alone. */
export function showValue(value: JsonValue, path: ValuesPath, manifest: JsonObject): string {
  if (isHidden(path, manifest)) return nameKind(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  return typeof value === 'string' ? showText(value) : String(value);
}

/** The text in quotes, cut where it is long. */
export function showText(text: string): string {
  const characters = Array.from(text);
  return JSON.stringify(characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text);
}

/** `a number`, `text`, `a list` … */
export function nameKind(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'boolean') return 'a boolean';
  return typeof value === 'number' ? 'a number' : 'text';
}

/** Whether a field of a manifest may hold a secret, by its kind or its name. */
export function isHidden(path: ValuesPath, manifest: JsonObject): boolean {
  if (manifest.kind === 'Secret' && (path[0] === 'data' || path[0] === 'stringData')) return true;
  const key = path.findLast((segment) => typeof segment === 'string');
  if (key === undefined) return false;
  const name = key === 'value' ? valueAt(manifest, [...path.slice(0, -1), 'name']) : key;
  return typeof name === 'string' && looksSecret(name);
}
