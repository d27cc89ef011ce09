import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { mergePatch } from '../model/merge-patch.ts';
import { parsePathPattern } from '../model/path-pattern.ts';

/** What an overlay finds there besides the defaults of its chart. */
export interface Beside {
  /** Values of the other files of its stack, weakest first. */
  readonly values: readonly JsonObject[];
  /** Paths that come at deploy time, as `provided` in the configuration. */
  readonly provided: readonly string[];
}

/** Stands for a value of which only that it comes is known. */
export const PROVIDED: JsonObject = Object.freeze({});

/** The values that an overlay is laid over. */
export function laidOver(defaults: JsonObject, { values, provided }: Beside): JsonObject {
  const given = values.reduce(mergePatch, defaults);
  return provided.map(parsePathPattern).reduce((all, path) => withProvided(all, path), given);
}

function withProvided(data: JsonObject, [key, ...rest]: readonly string[]): JsonObject {
  // Which keys a pattern stands for, only the values of a release tell.
  if (key === undefined || [key, ...rest].some((one) => /[*?{]|^\d+$/.test(one))) return data;
  const before = Object.hasOwn(data, key) ? data[key] : undefined;
  const value = before ?? (rest.length === 0 ? PROVIDED : {});
  if (rest.length === 0) return { ...data, [key]: value };
  return isJsonObject(value) ? { ...data, [key]: withProvided(value, rest) } : data;
}
