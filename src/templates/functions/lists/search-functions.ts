import { deepSource } from '../../value/entry-origin.ts';
import { GoError } from '../../value/go-error.ts';
import type { CallContext, GoFunction, GoInt, GoValue, TracedCall } from '../../value/go-value.ts';
import { goList, isList } from '../../value/make-value.ts';
import { kindOf } from '../../value/type-of.ts';
import { bothSources, type ValuesSource } from '../../value/values-source.ts';
import { deepEqual } from '../decisions/deep-equal.ts';
import { declareFunction } from '../declare-function.ts';
import { castInt64 } from '../numbers/cast-number.ts';
import { leftOutSource } from './left-out-source.ts';
import { itemOrigins } from './list-functions.ts';
import { itemsOr } from './list-type-error.ts';

/** Functions that compare the items of lists, or cut lists. */
export const SEARCH_FUNCTIONS: readonly GoFunction[] = ['', 'must'].flatMap((must) => {
  const named = (name: string): string =>
    must === '' ? name : `must${name[0]!.toUpperCase()}${name.slice(1)}`;
  return [
    declareFunction(
      named('uniq'),
      'any -> []any',
      ([list], context) => goList(kept(list!, context).map(({ item }) => item)),
      (call) => {
        return noteKept(call, kept(call.args[0]!, call.context));
      },
    ),
    declareFunction(
      named('without'),
      'any, ...any -> []any',
      ([list, ...omitted]) => goList(remaining(list!, omitted).map(({ item }) => item)),
      (call) => {
        const [list, ...omitted] = call.args;
        const named = omitted.map((one, i) => deepSource(one, call.origins[i + 1]));
        return named.reduce(bothSources, noteKept(call, remaining(list!, omitted)));
      },
    ),
    declareFunction(
      named('has'),
      'any, any -> bool',
      ([needle, list]) =>
        list !== null && itemsOr('Cannot find has on type', list).some((item) => deepEqual(needle!, item)),
    ),
    declareFunction(
      named('slice'),
      'any, ...any -> any',
      ([list, start, end]) => sliced(list!, start, end),
      slicedOrigin,
    ),
    declareFunction(
      named('chunk'),
      'int, any -> [][]interface {}',
      ([size, list]: [GoInt, GoValue]) => chunks(Number(size.value), itemsOr('Cannot chunk type', list)),
      (call) => {
        const size = Number((call.args[0] as GoInt).value);
        const origins = itemOrigins(call, 1);
        if (!isList(call.result)) return undefined;
        for (const [i, part] of call.result.items.entries())
          if (isList(part)) part.origins = origins.slice(i * size, (i + 1) * size);
        call.result.origins = call.result.items.map(() => undefined);
        return undefined;
      },
    ),
  ];
});

interface Kept {
  readonly item: GoValue;
  readonly index: number;
}

function kept(list: GoValue, context: CallContext): Kept[] {
  const found: Kept[] = [];
  for (const [index, item] of itemsOr('Cannot find uniq on type', list).entries()) {
    context.spend(found.length);
    if (!found.some((other) => deepEqual(item, other.item))) found.push({ item, index });
  }
  return found;
}

function remaining(list: GoValue, omitted: readonly GoValue[]): Kept[] {
  return itemsOr('Cannot find without on type', list)
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => !omitted.some((other) => deepEqual(item, other)));
}

/** Notes where the items come from; the list as a whole depends on those that are left out. */
function noteKept(call: TracedCall, items: readonly Kept[]): ValuesSource | undefined {
  const origins = itemOrigins(call, 0);
  if (isList(call.result)) call.result.origins = items.map(({ index }) => origins[index]);
  const indexes = new Set(items.map(({ index }) => index));
  return leftOutSource(itemsOr('', call.args[0]!), origins, (index) => indexes.has(index));
}

function sliced(list: GoValue, from: GoValue, to: GoValue): GoValue {
  const items = itemsOr('list should be type of slice or array but', list);
  if (items.length === 0) return null;
  const [start, end] = bounds(items.length, from, to);
  if (start < 0 || end < start || end > items.length) {
    throw new GoError('reflect.Value.Slice: slice index out of bounds');
  }
  if (!isList(list)) return goList(items.slice(start, end), kindOf(items[0]));
  const { element, type, methods } = list;
  return { ...goList(items.slice(start, end), element, { type }), ...(methods && { methods }) };
}

function bounds(length: number, from: GoValue, to: GoValue): [number, number] {
  return [
    from === undefined ? 0 : Number(castInt64(from)),
    to === undefined ? length : Number(castInt64(to)),
  ];
}

function slicedOrigin(call: TracedCall): undefined {
  if (!isList(call.result)) return undefined;
  const origins = itemOrigins(call, 0);
  call.result.origins = origins.slice(...bounds(origins.length, call.args[1], call.args[2]));
  return undefined;
}

/** sprig's `chunk`, whose numbers of parts and items come from float64 arithmetic. */
function chunks(size: number, items: readonly GoValue[]): GoValue {
  const count = Math.floor((items.length - 1) / size) + 1;
  if (!(count >= 0) || count === Number.POSITIVE_INFINITY) throw tooLong();
  const parts: GoValue[] = [];
  for (let i = 0; i < count; i++) {
    const rest = i === count - 1 ? items.length % size : 0;
    const length = rest === 0 ? size : rest;
    if (length < 0) throw tooLong();
    parts.push(goList(items.slice(i * size, i * size + length)));
  }
  return goList(parts, '[]interface {}');
}

function tooLong(): GoError {
  return new GoError('runtime error: makeslice: len out of range');
}
