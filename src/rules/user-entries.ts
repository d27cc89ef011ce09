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

/** Depth first, in the order of the file; one generator, since nested ones pass every entry up through all levels. */
function* below(layer: Layer, value: JsonValue, scope: ValuesPath): Iterable<UserEntry> {
  const open: UserEntry[] = [];
  const enter = (map: JsonValue, path: ValuesPath): void => {
    if (!isJsonObject(map)) return;
    const keys = Object.keys(map);
    for (let i = keys.length - 1; i >= 0; i--) {
      const key = keys[i]!;
      open.push({ path: [...path, key], value: map[key]!, layer });
    }
  };
  enter(value, scope);
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    yield entry;
    enter(entry.value, entry.path);
  }
}
