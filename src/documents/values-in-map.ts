import { encryptedValues } from '../load/encrypted-values.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { Placed } from '../model/placed.ts';
import { putAt } from '../model/put-at.ts';
import type { Source } from '../model/source.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/**
 * Values that are a map inside of a manifest: one document for each file that writes some of them, since patches may have. Laid over each
 * other they are the map. `textOf` gives the text of a file by its source. None when there is no map at the path.
 */
export function valuesInMap(
  placed: Placed,
  at: ValuesPath,
  textOf: (source: Source) => string,
): ValuesDocument[] {
  const map = valueAt(placed.data, at);
  if (!isJsonObject(map)) return [];
  const metadata = valueAt(placed.data, ['sops']);
  const place = (path: ValuesPath, part: 'key' | 'value') => placed.locate([...at, ...path], part);
  const home = place([], 'value').source;
  const parts = new Map<string, { readonly source: Source; readonly data: JsonObject }>([
    [home.id, { source: home, data: {} }],
  ]);
  const partOf = (source: Source): JsonObject => {
    const known = parts.get(source.id) ?? { source, data: {} };
    parts.set(source.id, known);
    return known.data;
  };
  const visit = (value: JsonObject, path: ValuesPath): void => {
    for (const [key, below] of Object.entries(value)) {
      const inner = [...path, key];
      if (isJsonObject(below) && Object.keys(below).length > 0) visit(below, inner);
      else putAt(partOf(place(inner, 'value').source), inner, below);
    }
  };
  visit(map, []);
  // What one file writes alone is the map as it was read.
  if (parts.size === 1) parts.set(home.id, { source: home, data: map });
  return Array.from(parts.values(), ({ source, data }) => ({
    source,
    text: textOf(source),
    data,
    writes: (path) => path.length === 0 || valueAt(data, path) !== undefined,
    locate: (path, part) => placed.locate([...at, ...path], part),
    ...(textOf(source).includes('ENC[') ? encryptedValues(data, metadata) : undefined),
  }));
}
