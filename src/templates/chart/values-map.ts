import { quoteText } from '../text/quote-text.ts';
import { GoError } from '../value/go-error.ts';
import type { GoFunction, GoMap, GoValue } from '../value/go-value.ts';
import { goMap, isMap } from '../value/make-value.ts';
import type { Origin } from '../value/origin.ts';

/**
 * The map as Helm's type for values, which has methods: `.Values.AsMap`, `.Values.Table "a.b"`, `.Values.PathValue "a.b.c"`,
 * `.Values.YAML` (`pkg/chart/common/values.go`). Both are one map.
 */
export function valuesMap(map: GoMap, helm: 3 | 4, toYaml: GoFunction): GoMap {
  // Both are one map in Go, so what one of them learns later is for both.
  if (map.place !== undefined) map.origins ??= new Map();
  const methods = methodsOf(map, helm, toYaml).map((method) => [method.name, method] as const);
  const type = helm === 4 ? 'common.Values' : 'chartutil.Values';
  return { ...map, type, methods: new Map(methods) };
}

function methodsOf(map: GoMap, helm: 3 | 4, toYaml: GoFunction): GoFunction[] {
  const type = helm === 4 ? 'common.Values' : 'chartutil.Values';
  return [
    {
      name: 'AsMap',
      params: [],
      result: 'map[string]interface {}',
      call: () => (map.entries.size === 0 ? goMap() : plain(map)),
      origin: placeOf,
    },
    {
      name: 'Table',
      params: ['string'],
      result: type,
      call: ([path]) => valuesMap(tableAt(map, (path as string).split('.')), helm, toYaml),
      origin: placeOf,
    },
    {
      name: 'PathValue',
      params: ['string'],
      result: 'interface {}',
      call: ([path]) => pathValue(map, path as string),
    },
    {
      name: 'YAML',
      params: [],
      result: 'string',
      call: (_, context) => `${toYaml.call([plain(map)], context) as string}\n`,
      origin: () => map.place,
    },
  ];
}

function plain({ methods: _, ...map }: GoMap): GoMap {
  return { ...map, type: 'map[string]interface {}' };
}

function placeOf({ result }: { readonly result: GoValue }): Origin | undefined {
  return isMap(result) ? result.place : undefined;
}

function tableAt(map: GoMap, path: readonly string[]): GoMap {
  let table = map;
  for (const key of path) {
    const below = table.entries.get(key);
    if (!isMap(below)) throw new GoError(`${quoteText(key)} is not a table`);
    table = below;
  }
  return table;
}

function pathValue(map: GoMap, path: string): GoValue {
  if (path === '') throw new GoError('YAML path cannot be empty');
  const keys = path.split('.');
  const key = keys.pop()!;
  const noValue = (): GoError => new GoError(`${quoteText(key)} is not a value`);
  let table: GoMap;
  try {
    table = tableAt(map, keys);
  } catch (error) {
    throw error instanceof GoError ? noValue() : error;
  }
  const value = table.entries.get(key);
  if (value === undefined || isMap(value)) throw noValue();
  return value;
}
