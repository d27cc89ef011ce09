import { itemOrigin } from '../../value/entry-origin.ts';
import type { GoFunction, GoValue, TracedCall } from '../../value/go-value.ts';
import { goList, isList } from '../../value/make-value.ts';
import type { Origin } from '../../value/origin.ts';
import { sourceOf } from '../../value/text-origin.ts';
import { isEmpty } from '../decisions/is-empty.ts';
import { alsoNamed, declareFunction } from '../declare-function.ts';
import { leftOutSource } from './left-out-source.ts';
import { itemsOr } from './list-type-error.ts';
import { sortAlpha } from './sort-alpha.ts';

type Items = readonly GoValue[];
type Origins = (Origin | undefined)[];

/** Functions that make lists, and those that leave the items as they are. */
export const LIST_FUNCTIONS: readonly GoFunction[] = [
  ...alsoNamed(
    declareFunction(
      'list',
      '...any -> []any',
      (items) => goList([...items]),
      ({ origins, result }) => noted(result, [...origins]),
    ),
    'tuple',
  ),
  ...withMust(
    ['append', 'push'],
    'any, any -> []any',
    ([list, item]) => goList([...itemsOr('Cannot push on type', list), item]),
    (call) => [...itemOrigins(call, 0), call.origins[1]],
  ),
  ...withMust(
    ['prepend'],
    'any, any -> []any',
    ([list, item]) => goList([item, ...itemsOr('Cannot prepend on type', list)]),
    (call) => [call.origins[1], ...itemOrigins(call, 0)],
  ),
  ...withMust(
    ['rest'],
    'any -> []any',
    ([list]) => partOf(itemsOr('Cannot find rest on type', list), 1),
    (call) => itemOrigins(call, 0).slice(1),
  ),
  ...withMust(
    ['initial'],
    'any -> []any',
    ([list]) => partOf(itemsOr('Cannot find initial on type', list), 0, -1),
    (call) => itemOrigins(call, 0).slice(0, -1),
  ),
  ...withMust(
    ['reverse'],
    'any -> []any',
    ([list]) => goList(itemsOr('Cannot find reverse on type', list).toReversed()),
    (call) => itemOrigins(call, 0).reverse(),
  ),
  ...['compact', 'mustCompact'].map((name) =>
    declareFunction(
      name,
      'any -> []any',
      ([list]) => goList(itemsOr('Cannot compact on type', list).filter((item) => !isEmpty(item))),
      (call) => {
        const items = itemsOr('', call.args[0]!);
        const origins = itemOrigins(call, 0);
        const isKept = (i: number): boolean => !isEmpty(items[i]);
        noted(
          call.result,
          origins.filter((_, i) => isKept(i)),
        );
        return leftOutSource(items, origins, isKept);
      },
    ),
  ),
  declareFunction(
    'concat',
    '...any -> any',
    (lists) => {
      const items = lists.flatMap((list) => concatenated(list));
      return { ...goList(items), ...(items.length === 0 && { isNil: true }) };
    },
    (call) =>
      noted(
        call.result,
        call.args.flatMap((_, i) => itemOrigins(call, i)),
      ),
  ),
  ...['first', 'mustFirst'].map((name) => one(name, 'first', 0)),
  ...['last', 'mustLast'].map((name) => one(name, 'last', -1)),
  sortAlpha,
];

/** A function with its twin `mustX`, which says the same in every case. */
function withMust(
  names: readonly string[],
  signature: string,
  call: GoFunction['call'],
  origins: (call: TracedCall) => Origins,
): GoFunction[] {
  const all = names.flatMap((name) => [name, `must${name[0]!.toUpperCase()}${name.slice(1)}`]);
  return all.map((name) =>
    declareFunction(name, signature, call, (traced) => noted(traced.result, origins(traced))),
  );
}

function one(name: string, place: string, index: 0 | -1): GoFunction {
  return declareFunction(
    name,
    'any -> any',
    ([list]) => itemsOr(`Cannot find ${place} on type`, list).at(index) ?? null,
    (call) => itemOrigins(call, 0).at(index) ?? sourceOf(call.origins[0]),
  );
}

/** Notes where the items of a new list come from. */
function noted(result: GoValue, origins: Origins): undefined {
  if (isList(result)) result.origins = origins;
  return undefined;
}

/** Where the items of an argument come from. */
export function itemOrigins({ args, origins }: TracedCall, index: number): Origins {
  const list = args[index];
  return isList(list)
    ? list.items.map((_, i) => itemOrigin(list, i, origins[index]))
    : itemsOr('', list).map(() => origins[index]);
}

function partOf(items: Items, start: number, end?: number): GoValue {
  return items.length === 0 ? { ...goList([]), isNil: true } : goList(items.slice(start, end));
}

function concatenated(list: GoValue): Items {
  return itemsOr('Cannot concat type', list, ' as list');
}
