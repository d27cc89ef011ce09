import { printPlain } from '../../text/print-value.ts';
import { quoteText } from '../../text/quote-text.ts';
import type { GoFunction, GoValue, TracedCall } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';
import { joinOrigins, originOf, piecesOf } from '../../value/text-origin.ts';
import { declareFunction } from '../declare-function.ts';
import { textValue, textValueOrigin } from './text-value.ts';

/** Functions that put texts of any values one after the other. */
export const QUOTE_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('hello', '-> string', () => 'Hello!'),
  declareFunction(
    'quote',
    '...any -> string',
    (values) =>
      there(values)
        .map((value) => quoteText(textValue(value)))
        .join(' '),
    (call) =>
      joined(call, (value, origin) => {
        const text = textValue(value);
        const inner = textValueOrigin(value, origin);
        return [[1], [quoteText(text).length - 2, quotedOrigin(text, inner)], [1]];
      }),
  ),
  declareFunction(
    'squote',
    '...any -> string',
    (values) =>
      there(values)
        .map((value) => `'${printPlain(value)}'`)
        .join(' '),
    (call) =>
      joined(call, (value, origin) => [[1], [printPlain(value).length, textValueOrigin(value, origin)], [1]]),
  ),
  declareFunction(
    'cat',
    '...any -> string',
    (values) => there(values).map(printPlain).join(' '),
    (call) => joined(call, (value, origin) => [[printPlain(value).length, textValueOrigin(value, origin)]]),
  ),
  declareFunction(
    'toString',
    'any -> string',
    ([value]) => textValue(value),
    ({ args, origins }) => textValueOrigin(args[0], origins[0]),
  ),
];

function there(values: readonly GoValue[]): readonly GoValue[] {
  return values.filter((value) => value !== null);
}

type Part = readonly [length: number, origin?: Origin | undefined];

function joined(
  { args, origins }: TracedCall,
  partsOf: (value: GoValue, origin: Origin | undefined) => readonly Part[],
): Origin | undefined {
  const parts: Part[] = [];
  let hasText = false;
  for (const [i, value] of args.entries()) {
    if (value === null) {
      // It could have been there.
      parts.push([0, origins[i]]);
      continue;
    }
    if (hasText) parts.push([1]);
    hasText = true;
    parts.push(...partsOf(value, origins[i]));
  }
  return joinOrigins(parts);
}

/** The origin of a text after escaping, rune for rune, so that each piece can be measured alone. */
function quotedOrigin(text: string, origin: Origin | undefined): Origin | undefined {
  if (origin?.from !== 'pieces') return origin;
  let at = 0;
  const pieces = piecesOf(origin, text.length).map(({ length, mark }) => {
    const escaped = quoteText(text.slice(at, at + length)).length - 2;
    at += length;
    return { length: escaped, mark };
  });
  return originOf(pieces, origin.decided);
}
