import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { listWords } from '../../model/list-words.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { CheckFact } from '../manifest-fact.ts';
import type { ListType } from '../types/field-type.ts';
import type { KubernetesTypes } from '../types/kubernetes-types.ts';
import { showValue } from './show-value.ts';

/**
 * Items of a list that have the same key. Server-side apply refuses them all; where the API server does so too is told by
 * `refused`.
 */
export function* duplicateItems(
  list: readonly JsonValue[],
  type: ListType,
  name: string,
  path: ValuesPath,
  manifest: JsonObject,
  types: KubernetesTypes,
  refused: boolean,
): Iterable<CheckFact> {
  const seen = new Map<string, number>();
  for (const [i, item] of list.entries()) {
    const key = keyOf(item, type, types);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      continue;
    }
    const named = type.keys?.find((field) => isJsonObject(item) && Object.hasOwn(item, field));
    const at = named === undefined ? [...path, i] : [...path, i, named];
    const shown = listWords(
      (type.keys ?? []).flatMap((field) => {
        const value = isJsonObject(item) ? item[field] : undefined;
        return value === undefined || value === null
          ? []
          : [`${field} ${showValue(value, [...path, i, field], manifest)}`];
      }),
      'and',
    );
    yield {
      at,
      severity: refused ? 'error' : 'warning',
      problem: type.keys
        ? `two items of ${name} have ${shown}`
        : `${showValue(item, at, manifest)} is twice in ${name}`,
      why: refused
        ? 'Kubernetes refuses the manifest.'
        : 'Helm 4 refuses it where it applies on the server; otherwise the last one counts.',
      help: 'Keep one of them, or give them different keys.',
      related: [
        { at: named === undefined ? [...path, first] : [...path, first, named], problem: 'the first one' },
      ],
    };
  }
}

/** The key as text; undefined where a part of it is missing and has no default. */
function keyOf(item: JsonValue, type: ListType, types: KubernetesTypes): string | undefined {
  if (!type.keys)
    return typeof item === 'string' || typeof item === 'number' ? JSON.stringify(item) : undefined;
  if (!isJsonObject(item)) return undefined;
  const fields = type.of.is === 'type' ? types.typeOf(type.of.name)?.fields : undefined;
  const parts: JsonValue[] = [];
  for (const key of type.keys) {
    const field = fields?.get(key)?.type;
    const value = item[key] ?? (field?.is === 'text' ? field.fallback : undefined);
    if (value === undefined || value === '' || typeof value === 'object') return undefined;
    parts.push(value);
  }
  return JSON.stringify(parts);
}
