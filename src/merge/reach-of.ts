import type { JsonValue } from '../model/json-value.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { isFlagDocument } from './flag-document.ts';
import type { Reach } from './reach.ts';
import { kindOf } from './value-kind.ts';

/**
 * How far down the path the layer writes. A map lets weaker layers through; a scalar, a list, what stands in a list, and
 * a null hide them.
 */
export function reachOf(layer: Layer, path: ValuesPath): Reach {
  if (isFlagDocument(layer.document)) return layer.document.reach(path);
  let current: JsonValue = layer.data;
  let depth = 0;
  let inList = false;
  for (; depth < path.length; depth++) {
    const segment = path[depth]!;
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) break;
    if (Array.isArray(current)) {
      if (segment === 'length') break;
      inList = true;
    }
    current = (current as Record<string | number, JsonValue>)[segment]!;
  }
  const hides = inList || depth === path.length || !isJsonObject(current);
  return { depth, kind: kindOf(current), hidesUsers: hides, hidesDefaults: hides };
}
