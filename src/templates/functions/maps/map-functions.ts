import { deepSource, entryOrigin } from '../../value/entry-origin.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoMap, GoValue } from '../../value/go-value.ts';
import { goList, goMap, isList, isMap } from '../../value/make-value.ts';
import type { Origin } from '../../value/origin.ts';
import { chosenBy, sourceOf } from '../../value/text-origin.ts';
import { declareFunction } from '../declare-function.ts';
import { textValue } from '../strings/text-value.ts';
import { deepCopy } from './deep-copy.ts';
import { mapOrigins } from './map-origins.ts';

/** Absent for a nil map. */
type AnyMap = GoMap | null;

/** Functions that make, read and change maps. */
export const MAP_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'dict',
    '...any -> map',
    (values) => goMap(mapOf(values)),
    ({ args, origins, result }) => {
      if (!isMap(result)) return undefined;
      const keys = keysOf(args, result).map((key, i) => {
        const named = deepSource(args[2 * i], origins[2 * i]);
        const value = 2 * i + 1 < args.length ? args[2 * i + 1] : '';
        return [key, chosenBy(origins[2 * i + 1], value as GoValue, named)] as const;
      });
      result.origins = new Map(keys);
      return undefined;
    },
  ),
  declareFunction(
    'get',
    'map, string -> any',
    ([map, key]: [AnyMap, string]) => (map?.entries.has(key) ? map.entries.get(key) : ''),
    ({ args, origins }) => (isMap(args[0]) ? entryOrigin(args[0], args[1] as string, origins[0]) : undefined),
  ),
  declareFunction(
    'set',
    'map, string, any -> map',
    ([map, key, value]: [AnyMap, string, GoValue]) => {
      if (map === null || map.isNil) throw new GoError('assignment to entry in nil map');
      map.entries.set(key, value);
      return map;
    },
    ({ args, origins }) => {
      const [map, key] = args as [GoMap, string];
      mapOrigins(map, origins[0]).set(key, origins[2]);
      return origins[0];
    },
  ),
  declareFunction(
    'unset',
    'map, string -> map',
    ([map, key]: [AnyMap, string]) => {
      if (map === null) return { ...goMap(), isNil: true };
      map.entries.delete(key);
      return map;
    },
    ({ args, origins }) => {
      const [map, key] = args as [AnyMap, string];
      if (map !== null) mapOrigins(map, origins[0]).set(key, undefined);
      return origins[0];
    },
  ),
  declareFunction(
    'hasKey',
    'map, string -> bool',
    ([map, key]: [AnyMap, string]) => map?.entries.has(key) ?? false,
    ({ args, origins }) =>
      isMap(args[0]) ? sourceOf(entryOrigin(args[0], args[1] as string, origins[0])) : undefined,
  ),
  declareFunction(
    'pluck',
    'string, ...map -> []any',
    ([key, ...maps]: [string, ...AnyMap[]]) => goList(holding(maps, key).map((map) => map.entries.get(key))),
    ({ args, origins, result }) => {
      const [key, ...maps] = args as [string, ...AnyMap[]];
      if (isList(result))
        result.origins = maps.flatMap((map, i) =>
          map?.entries.has(key) ? [entryOrigin(map, key, origins[i + 1])] : [],
        );
      return undefined;
    },
  ),
  declareFunction(
    'keys',
    '...map -> []string',
    (maps) =>
      goList(
        maps.flatMap((map) => [...entriesOf(map as AnyMap).keys()]),
        'string',
      ),
    ({ args, origins, result }) => {
      if (isList(result)) result.origins = args.flatMap((map, i) => entrySources(map as AnyMap, origins[i]));
      return undefined;
    },
  ),
  declareFunction(
    'values',
    'map -> []any',
    ([map]: [AnyMap]) => goList([...entriesOf(map).values()]),
    ({ args, origins, result }) => {
      if (isList(result))
        result.origins = [...entriesOf(args[0] as AnyMap).keys()].map((key) =>
          entryOrigin(args[0] as GoMap, key, origins[0]),
        );
      return undefined;
    },
  ),
  declareFunction(
    'pick',
    'map, ...string -> map',
    ([map, ...keys]: [AnyMap, ...string[]]) => restricted(map, (key) => keys.includes(key)),
    ({ args, origins, result }) => restrictedOrigin(args[0] as AnyMap, origins[0], result),
  ),
  declareFunction(
    'omit',
    'map, ...string -> map',
    ([map, ...keys]: [AnyMap, ...string[]]) => restricted(map, (key) => !keys.includes(key)),
    ({ args, origins, result }) => restrictedOrigin(args[0] as AnyMap, origins[0], result),
  ),
  declareFunction(
    'deepCopy',
    'any -> any',
    ([value]) => deepCopy(value!),
    ({ origins }) => origins[0],
  ),
  declareFunction(
    'mustDeepCopy',
    'any -> any',
    ([value]) => deepCopy(value!),
    ({ origins }) => origins[0],
  ),
];

/** Every second value is a key; the last one may have no value. */
function mapOf(values: readonly GoValue[]): Map<string, GoValue> {
  const map = new Map<string, GoValue>();
  for (let i = 0; i < values.length; i += 2)
    map.set(textValue(values[i]!), i + 1 < values.length ? values[i + 1]! : '');
  return map;
}

/** The keys of the pairs that made a map, in their order. A key can be the text of all that a chart has, so it is not made again. */
function keysOf(values: readonly GoValue[], { entries }: GoMap): readonly string[] {
  const isEachOnce = entries.size === Math.ceil(values.length / 2);
  return isEachOnce ? [...entries.keys()] : values.filter((_, i) => i % 2 === 0).map(textValue);
}

function entriesOf(map: AnyMap): ReadonlyMap<string, GoValue> {
  return map === null ? new Map() : map.entries;
}

function holding(maps: readonly AnyMap[], key: string): GoMap[] {
  return maps.filter((map): map is GoMap => map?.entries.has(key) ?? false);
}

function entrySources(map: AnyMap, own: Origin | undefined): (Origin | undefined)[] {
  return map === null ? [] : [...map.entries.keys()].map((key) => sourceOf(entryOrigin(map, key, own)));
}

function restricted(map: AnyMap, takes: (key: string) => boolean): GoMap {
  return goMap(new Map([...entriesOf(map)].filter(([key]) => takes(key))));
}

function restrictedOrigin(map: AnyMap, own: Origin | undefined, result: GoValue): undefined {
  if (map !== null && isMap(result)) {
    result.origins = new Map([...result.entries.keys()].map((key) => [key, entryOrigin(map, key, own)]));
  }
  return undefined;
}
