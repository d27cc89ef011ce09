import { entryOrigin } from '../../value/entry-origin.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoMap, GoValue } from '../../value/go-value.ts';
import { isMap } from '../../value/make-value.ts';
import type { Origin } from '../../value/origin.ts';
import { chosenBy, sourceOf } from '../../value/text-origin.ts';
import { typeOf } from '../../value/type-of.ts';
import { declareFunction } from '../declare-function.ts';

/** sprig's `dig`: keys, a default, a map. What is no map on the way is an error, a missing key gives the default. */
export const dig = declareFunction(
  'dig',
  '...any -> any',
  (args) => dug(args, []).value,
  ({ args, origins }) => dug(args, origins).origin,
);

interface Found {
  readonly value: GoValue;
  readonly origin: Origin | undefined;
}

function dug(args: readonly GoValue[], origins: readonly (Origin | undefined)[]): Found {
  if (args.length < 3) throw new GoError('dig needs at least three arguments');
  let map = mapOr(args.at(-1));
  let origin = origins.at(-1);
  const keys = args.slice(0, -2).map(keyOr);
  for (const key of keys.slice(0, -1)) {
    origin = entryOrigin(map, key, origin);
    if (!map.entries.has(key)) return fallback(args, origins, origin);
    map = mapOr(map.entries.get(key));
  }
  const last = keys.at(-1)!;
  origin = entryOrigin(map, last, origin);
  return map.entries.has(last) ? { value: map.entries.get(last), origin } : fallback(args, origins, origin);
}

function fallback(
  args: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
  missing: Origin | undefined,
): Found {
  const value = args.at(-2);
  return { value, origin: chosenBy(origins.at(-2), value, sourceOf(missing)) };
}

function mapOr(value: GoValue): GoMap {
  if (isMap(value) && value.type === 'map[string]interface {}') return value;
  throw conversion(value, 'map[string]interface {}');
}

function keyOr(value: GoValue): string {
  if (typeof value === 'string') return value;
  throw conversion(value, 'string');
}

/** What Go's runtime says about a failed type assertion. */
function conversion(value: GoValue, wanted: string): GoError {
  const found = value === null || value === undefined ? 'nil' : typeOf(value);
  return new GoError(`interface conversion: interface {} is ${found}, not ${wanted}`);
}
