import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A key that a user layer writes, with what it writes there; the effective value may be another one. */
export interface UserEntry {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly layer: Layer;
}

/** Every key that the user's files and flags write, outside lists, weakest layer first. */
export function* userEntries({ values }: Release): Iterable<UserEntry> {
  for (const layer of values.layers) if (isUserLayer(layer)) yield* below(layer, layer.data, layer.scope);
}

function* below(layer: Layer, value: JsonValue, path: ValuesPath): Iterable<UserEntry> {
  if (!isJsonObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const at = [...path, key];
    yield { path: at, value: child, layer };
    yield* below(layer, child, at);
  }
}
