import { zeroValue } from '../../render/zero-value.ts';
import { entryOrigin, itemOrigin } from '../../value/entry-origin.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoValue, TracedCall } from '../../value/go-value.ts';
import { goInt, isInt, isList, isMap } from '../../value/make-value.ts';
import type { Origin } from '../../value/origin.ts';
import { chosenBy, sourceOf } from '../../value/text-origin.ts';
import { typeOf } from '../../value/type-of.ts';
import { byteLength, bytesOf } from '../../value/utf8.ts';
import { bothSources } from '../../value/values-source.ts';
import { shallowOrigin } from './shallow-origin.ts';

/** The number of the index; throws where it is none or out of `0..limit`. */
function position(index: GoValue, limit: number): number {
  if (index === undefined || index === null) throw new GoError('cannot index slice/array with nil');
  if (!isInt(index)) throw new GoError(`cannot index slice/array with type ${typeOf(index)}`);
  if (index.value < 0n || index.value > BigInt(limit))
    throw new GoError(`index out of range: ${index.value}`);
  return Number(index.value);
}

function lengthOf(value: GoValue): number | undefined {
  if (typeof value === 'string') return byteLength(value);
  if (isList(value)) return value.items.length;
  if (isMap(value)) return value.entries.size;
  return typeof value === 'object' && value?.go === 'bytes' ? byteLength(value.text) : undefined;
}

/** `item[index]` of something that is not nil. */
function at(item: NonNullable<GoValue>, index: GoValue): GoValue {
  if (isMap(item)) {
    if (index === undefined || index === null) throw new GoError('value is nil; should be of type string');
    if (typeof index !== 'string') throw new GoError(`value has type ${typeOf(index)}; should be string`);
    return item.entries.has(index) ? item.entries.get(index) : zeroValue(item.element);
  }
  const length = lengthOf(item);
  if (length === undefined) throw new GoError(`can't index item of type ${typeOf(item)}`);
  const i = position(index, length);
  // Go lets the length itself pass as an index and then panics.
  if (i === length)
    throw new GoError(`reflect: ${typeof item === 'string' ? 'string' : 'slice'} index out of range`);
  if (isList(item)) return item.items[i];
  return goInt(bytesOf(typeof item === 'string' ? item : (item as { text: string }).text)[i]!, 'uint8');
}

function index([item, ...indexes]: readonly GoValue[]): GoValue {
  if (item === undefined || item === null) throw new GoError('index of untyped nil', 'nil pointer');
  let found: GoValue = item;
  for (const one of indexes) {
    if (found === undefined || found === null) throw new GoError('index of nil pointer', 'nil pointer');
    found = at(found, one);
  }
  return found;
}

function indexOrigin({ args: [item, ...indexes], origins, result }: TracedCall): Origin | undefined {
  let origin = origins[0];
  let found = item;
  for (const one of indexes) {
    if (isMap(found) && typeof one === 'string') {
      origin = entryOrigin(found, one, origin);
      found = found.entries.get(one);
    } else if (isList(found) && isInt(one)) {
      origin = itemOrigin(found, Number(one.value), origin);
      found = found.items[Number(one.value)];
    }
  }
  const by = origins
    .slice(1)
    .reduce<ReturnType<typeof sourceOf>>((all, one) => bothSources(all, sourceOf(one)), undefined);
  return chosenBy(origin, result, by);
}

/** `index len` of Go's text/template/funcs.go. Its `slice` is hidden by sprig's. */
export const indexing: readonly GoFunction[] = [
  {
    name: 'index',
    params: ['reflect.Value', 'reflect.Value'],
    variadic: true,
    result: 'reflect.Value',
    call: index,
    origin: indexOrigin,
  },
  {
    name: 'len',
    params: ['reflect.Value'],
    result: 'int',
    call([value]) {
      if (value === null) throw new GoError('len of nil pointer');
      if (value === undefined) throw new GoError('reflect: call of reflect.Value.Type on zero Value');
      const length = lengthOf(value);
      if (length === undefined) throw new GoError(`len of type ${typeOf(value)}`);
      return goInt(length);
    },
    origin: shallowOrigin,
  },
];
