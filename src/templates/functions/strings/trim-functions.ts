import type { GoFunction, GoValue } from '../../value/go-value.ts';
import { chosenBy, sliceOrigin, sourceOf } from '../../value/text-origin.ts';
import { bothSources } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';
import { isSpace, runesOf } from './runes.ts';

type Range = readonly [start: number, end: number];

/** Functions that leave a part of a text. */
export const TRIM_FUNCTIONS: readonly GoFunction[] = [
  part('trim', 'string -> string', ([text]: [string]) => within(text, isSpace)),
  ...['trimAll', 'trimall'].map((name) =>
    part(name, 'string, string -> string', ([characters, text]: [string, string]) => {
      const set = new Set(runesOf(characters));
      return within(text, (rune) => set.has(rune));
    }),
  ),
  part('trimSuffix', 'string, string -> string', ([suffix, text]: [string, string]) => [
    0,
    text.endsWith(suffix) ? text.length - suffix.length : text.length,
  ]),
  part('trimPrefix', 'string, string -> string', ([prefix, text]: [string, string]) => [
    text.startsWith(prefix) ? prefix.length : 0,
    text.length,
  ]),
];

/** A function whose result is a range of its last argument. */
function part(name: string, signature: string, range: (args: never) => Range): GoFunction {
  const rangeOf = range as unknown as (args: readonly GoValue[]) => Range;
  return declareFunction(
    name,
    signature,
    (args) => (args.at(-1) as string).slice(...rangeOf(args)),
    ({ args, origins, result }) => {
      const others = origins.slice(0, -1).map(sourceOf).reduce(bothSources, undefined);
      return chosenBy(sliceOrigin(origins.at(-1), ...rangeOf(args)), result, others);
    },
  );
}

/** What is left without the runes at both ends for which it holds. */
function within(text: string, drops: (rune: string) => boolean): Range {
  const runes = Array.from(text);
  const read = runesOf(text);
  let start = 0;
  let first = 0;
  while (first < runes.length && drops(read[first]!)) start += runes[first++]!.length;
  let end = text.length;
  for (let last = runes.length - 1; last >= first && drops(read[last]!); last--) end -= runes[last]!.length;
  return [start, end];
}
