import { itemOrigin } from '../../value/entry-origin.ts';
import type { GoFunction, GoInt, GoMap, GoValue, TracedCall } from '../../value/go-value.ts';
import { goList, goMap, isList } from '../../value/make-value.ts';
import type { Origin } from '../../value/origin.ts';
import { joinOrigins, sliceOrigin } from '../../value/text-origin.ts';
import type { ValuesSource } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';
import { leftOutSource } from '../lists/left-out-source.ts';
import { sliceItems } from '../lists/slice-items.ts';
import { textValue, textValueOrigin } from './text-value.ts';

/** Functions between texts and lists of texts. */
export const SPLIT_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'split',
    'string, string -> map[string]string',
    ([separator, text]: [string, string]) => numbered(splitText(text, separator, -1)),
    (call) => splitOrigin(call, -1),
  ),
  declareFunction(
    'splitn',
    'string, int, string -> map[string]string',
    ([separator, count, text]: [string, GoInt, string]) =>
      numbered(splitText(text, separator, Number(count.value))),
    (call) => splitOrigin(call, Number((call.args[1] as GoInt).value)),
  ),
  declareFunction(
    'splitList',
    'string, string -> []string',
    ([separator, text]: [string, string]) => goList(splitText(text, separator, -1), 'string'),
    (call) => splitOrigin(call, -1),
  ),
  declareFunction(
    'join',
    'string, any -> string',
    ([separator, list]: [string, GoValue]) =>
      textsOf(list)
        .map(({ text }) => text)
        .join(separator),
    joinedOrigin,
  ),
  declareFunction(
    'toStrings',
    'any -> []string',
    // A list of texts is itself.
    ([list]) =>
      isList(list) && list.type === '[]string'
        ? list
        : goList(
            textsOf(list).map(({ text }) => text),
            'string',
          ),
    ({ args, origins, result }) => {
      if (result === args[0]) return origins[0];
      if (isList(result)) result.origins = textsOf(args[0], origins[0]).map(({ origin }) => origin);
      return nilSource(args[0], origins[0]);
    },
  ),
  declareFunction('contains', 'string, string -> bool', ([part, text]: [string, string]) =>
    text.includes(part),
  ),
  declareFunction('hasPrefix', 'string, string -> bool', ([prefix, text]: [string, string]) =>
    text.startsWith(prefix),
  ),
  declareFunction('hasSuffix', 'string, string -> bool', ([suffix, text]: [string, string]) =>
    text.endsWith(suffix),
  ),
];

/** Go's `strings.SplitN`; an empty separator splits after each rune. */
function splitText(text: string, separator: string, count: number): string[] {
  if (count === 0) return [];
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  if (count < 0 || parts.length <= count) return parts;
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}

function numbered(parts: readonly string[]): GoMap {
  return goMap(new Map(parts.map((part, i) => [`_${i}`, part])), 'string');
}

/** Notes on the parts which piece of the text each one is. */
function splitOrigin({ args, origins, result }: TracedCall, count: number): Origin | undefined {
  const [separator, text] = [args[0] as string, args.at(-1) as string];
  const own = origins.at(-1);
  let at = 0;
  const parts = splitText(text, separator, count).map((part) => {
    const origin = sliceOrigin(own, at, at + part.length);
    at += part.length + separator.length;
    return origin;
  });
  if (isList(result)) result.origins = parts;
  else (result as GoMap).origins = new Map(parts.map((origin, i) => [`_${i}`, origin]));
  return undefined;
}

interface TextWithOrigin {
  readonly text: string;
  readonly origin: Origin | undefined;
}

/** sprig's `strslice`: the texts of a list without nil; anything else is a list of one. */
export function textsOf(list: GoValue, own?: Origin | undefined): TextWithOrigin[] {
  const items = sliceItems(list);
  if (items === undefined) {
    return list === null ? [] : [{ text: textValue(list), origin: textValueOrigin(list, own) }];
  }
  return items.flatMap((item, i) => {
    if (item === null) return [];
    const origin = isList(list) ? itemOrigin(list, i, own) : own;
    return [{ text: textValue(item), origin: textValueOrigin(item, origin) }];
  });
}

function joinedOrigin({ args, origins }: TracedCall): Origin | undefined {
  const separator = args[0] as string;
  const parts = textsOf(args[1], origins[1]).flatMap(({ text, origin }, i) => {
    const part = [text.length, origin] as const;
    return i === 0 ? [part] : [[separator.length, origins[0]] as const, part];
  });
  return joinOrigins([...parts, [0, nilSource(args[1], origins[1])]]);
}

/** The values that are nil and so are left out. */
function nilSource(list: GoValue, own: Origin | undefined): ValuesSource | undefined {
  const items = sliceItems(list) ?? [list];
  const origins = items.map((_, i) => (isList(list) ? itemOrigin(list, i, own) : own));
  return leftOutSource(items, origins, (i) => items[i] !== null);
}
