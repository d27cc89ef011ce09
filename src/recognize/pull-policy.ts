import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { ImageRole } from '../model/roles.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

const OWN = ['pullPolicy', 'imagePullPolicy'];

/**
 * The pull policy of the image at the path: in the image's map or beside its string; in a map around several images
 * (`images.pullPolicy`); else `global.imagePullPolicy`.
 */
export function pullPolicy(data: JsonObject, path: ValuesPath): ImageRole['pullPolicy'] {
  for (let length = path.length; length > 0; length--) {
    // Further out only maps of images count: `pullPolicy` of a component may be that of another image.
    const counts = length >= path.length - 1 || path[length - 1] === 'images';
    const found = counts ? policyIn(data, path.slice(0, length)) : undefined;
    if (found !== undefined) return found;
  }
  return policyIn(data, []) ?? policyIn(data, ['global']);
}

function policyIn(data: JsonObject, path: ValuesPath): ImageRole['pullPolicy'] {
  const map = valueAt(data, path);
  if (!isJsonObject(map)) return undefined;
  for (const key of OWN) {
    const value = map[key];
    if (typeof value === 'string' && value !== '') return { path: [...path, key], value };
  }
  return undefined;
}
