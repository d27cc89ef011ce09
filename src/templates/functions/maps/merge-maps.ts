import { entryOrigin } from '../../value/entry-origin.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoMap, GoValue } from '../../value/go-value.ts';
import { isMap } from '../../value/make-value.ts';
import { checkNesting } from '../../value/nesting.ts';
import { sourceOf } from '../../value/text-origin.ts';
import { kindOf } from '../../value/type-of.ts';
import { bothSources } from '../../value/values-source.ts';
import { isEmpty } from '../decisions/is-empty.ts';
import { mapOrigins } from './map-origins.ts';

/** How `mergeMaps` does it. */
export interface MergeWay {
  readonly overwrite: boolean;
  /** Whether to note where the entries come from. */
  readonly traced: boolean;
}

/** mergo stops: the types do not fit. */
export class MergeStop extends Error {}

/**
 * `Merge` and `MergeWithOverwrite` of dario.cat/mergo 1.0.1 for maps, into `into`; what `from` has is shared, not copied.
 * Without overwrite, an entry that is there and not empty stays, and maps are merged; with it every entry of `from` wins,
 * nil too, but an own map that is not empty is merged into, also one that only got its entries now.
 */
export function mergeMaps(into: GoMap, from: GoMap, way: MergeWay, depth = 0): void {
  checkNesting(depth);
  for (const [key, source] of from.entries) {
    const target = into.entries.get(key);
    if (source === null) {
      if (way.overwrite) put(into, from, key, way);
      continue;
    }
    if (isMap(source) || isObject(source)) mergeEntry(target, source, way, depth + 1);
    const isKept = target !== undefined && !isEmpty(target);
    if (isKept && (kindOf(source) === 'slice' || (isMap(source) && isMap(target)))) {
      if (kindOf(source) === 'slice' && way.overwrite) put(into, from, key, way);
      continue;
    }
    if (way.overwrite || !isKept) put(into, from, key, way);
  }
}

/** Merges below an entry; only what is a map there takes anything. */
function mergeEntry(target: GoValue, source: GoValue, way: MergeWay, depth: number): void {
  if (isMap(target)) {
    if (isMap(source)) mergeMaps(target, source, way, depth);
  } else if (isObject(target) && target.kind === 'ptr' && !way.overwrite && !isObject(source)) {
    throw new MergeStop('src and dst must be of same type');
  }
}

function put(into: GoMap, from: GoMap, key: string, way: MergeWay): void {
  const value = from.entries.get(key);
  if (into.element !== 'interface {}' && into.element !== from.element) {
    throw new GoError(
      `reflect.Value.SetMapIndex: value of type ${from.element} is not assignable to type ${into.element}`,
    );
  }
  if (way.traced) notePut(into, from, key, way);
  into.entries.set(key, value);
}

function notePut(into: GoMap, from: GoMap, key: string, { overwrite }: MergeWay): void {
  const origins = mapOrigins(into, undefined);
  const own = entryOrigin(from, key, undefined);
  // An own value that is empty decides that the other one is taken.
  const decides = !overwrite && into.entries.has(key);
  origins.set(key, decides ? bothSources(sourceOf(own), sourceOf(origins.get(key))) : own);
}

function isObject(value: GoValue): value is Extract<GoValue, { go: 'object' }> {
  return typeof value === 'object' && value !== null && value.go === 'object';
}
