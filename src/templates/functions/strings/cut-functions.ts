import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoInt, TracedCall } from '../../value/go-value.ts';
import { chosenBy, sliceOrigin, sourceOf } from '../../value/text-origin.ts';
import { byteLength, sliceBytes } from '../../value/utf8.ts';
import { bothSources } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';

type Texts = { readonly args: readonly unknown[] } & TracedCall;

/** Functions that cut a text at a number of bytes. */
export const CUT_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'trunc',
    'int, string -> string',
    ([count, text]: [GoInt, string]) => truncated(text, count),
    cut,
  ),
  declareFunction(
    'substr',
    'int, int, string -> string',
    ([start, end, text]: [GoInt, GoInt, string]) => substring(text, Number(start.value), Number(end.value)),
    cut,
  ),
  declareFunction(
    'abbrev',
    'int, string -> string',
    ([width, text]: [GoInt, string]) => abbreviated(text, 0, Number(width.value)),
    cut,
  ),
  declareFunction(
    'abbrevboth',
    'int, int, string -> string',
    ([left, right, text]: [GoInt, GoInt, string]) => {
      const [offset, width] = [Number(left.value), Number(right.value)];
      return offset > 0 && width < 7 ? text : abbreviated(text, offset, width);
    },
    cut,
  ),
];

/** The part of the text that is in the result; the dots are nobody's. */
function cut({ args, origins, result }: Texts): TracedCall['origins'][number] {
  const text = args.at(-1) as string;
  const kept = result as string;
  const at = kept.startsWith('...') ? -1 : text.indexOf(kept);
  const others = origins.slice(0, -1).map(sourceOf).reduce(bothSources, undefined);
  const own = at === -1 ? sourceOf(origins.at(-1)) : sliceOrigin(origins.at(-1), at, at + kept.length);
  return chosenBy(own, result, others);
}

function truncated(text: string, { value }: GoInt): string {
  const length = byteLength(text);
  const count = Number(value);
  if (count < 0 && length + count > 0) return sliceBytes(text, length + count, length);
  return count >= 0 && length > count ? sliceBytes(text, 0, count) : text;
}

function substring(text: string, start: number, end: number): string {
  const length = byteLength(text);
  if (start < 0) {
    if (end < 0) throw outOfRange(`:${end}`);
    if (end > length) throw outOfRange(`:${end}`, length);
    return sliceBytes(text, 0, end);
  }
  const to = end < 0 || end > length ? length : end;
  if (start > to) throw outOfRange(`${start}:${to}`);
  return sliceBytes(text, start, to);
}

function outOfRange(range: string, length?: number): GoError {
  const suffix = length === undefined ? '' : ` with length ${length}`;
  return new GoError(`runtime error: slice bounds out of range [${range}]${suffix}`);
}

/** `AbbreviateFull` of Masterminds/goutils 1.1.1; a width that is too small leaves the text. */
function abbreviated(text: string, offset: number, width: number): string {
  if (width < 4) return text;
  const length = byteLength(text);
  if (length <= width) return text;
  let from = Math.min(offset, length);
  if (length - from < width - 3) from = length - (width - 3);
  if (from <= 4) return `${sliceBytes(text, 0, width - 3)}...`;
  if (width < 7) return '';
  if (from + width - 3 < length) return `...${shortest(sliceBytes(text, from, length), width - 3)}`;
  return `...${sliceBytes(text, length - (width - 3), length)}`;
}

function shortest(text: string, width: number): string {
  return byteLength(text) <= width ? text : width < 4 ? '' : `${sliceBytes(text, 0, width - 3)}...`;
}
