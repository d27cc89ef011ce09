import { noFlags } from '../text/format-flags.ts';
import { printValue } from '../text/print-value.ts';
import { printfPieces } from '../text/printf.ts';
import { deepSource } from '../value/entry-origin.ts';
import type { GoFunction, GoValue, TracedCall } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { joinOrigins, sliceOrigin } from '../value/text-origin.ts';

/** One argument in a text that was printed, or text around it. */
interface Part {
  readonly text: string;
  readonly argument: number | undefined;
  /** Where it stands in the format, when it is text of the format. */
  readonly formatStart?: number | undefined;
}

/** `fmt.Sprint`: a space between arguments that are both no texts. */
function printParts(args: readonly GoValue[]): Part[] {
  const parts: Part[] = [];
  for (const [i, value] of args.entries()) {
    const isText = typeof value === 'string';
    if (i > 0 && !isText && typeof args[i - 1] !== 'string') parts.push({ text: ' ', argument: undefined });
    parts.push({ text: isText ? value : printValue(value, 'v', noFlags()), argument: i });
  }
  return parts;
}

/** `fmt.Sprintln`: spaces between all arguments, and a newline. */
function printlnParts(args: readonly GoValue[]): Part[] {
  const parts: Part[] = [];
  for (const [i, value] of args.entries()) {
    if (i > 0) parts.push({ text: ' ', argument: undefined });
    parts.push({ text: printValue(value, 'v', noFlags()), argument: i });
  }
  parts.push({ text: '\n', argument: undefined });
  return parts;
}

function printfParts([format, ...values]: readonly GoValue[]): Part[] {
  return printfPieces(format as string, values).map(({ text, argument, formatStart }) => ({
    text,
    argument: argument === undefined ? undefined : argument + 1,
    formatStart,
  }));
}

/** Each argument's part comes from the argument; a text that is printed as it is keeps its pieces. */
function partOrigin(part: Part, { args, origins }: TracedCall): (readonly [number, Origin | undefined])[] {
  const { text, argument, formatStart } = part;
  if (argument === undefined) {
    const isFormat = formatStart !== undefined;
    return [
      [text.length, isFormat ? sliceOrigin(origins[0], formatStart, formatStart + text.length) : undefined],
    ];
  }
  const value = args[argument];
  const origin = origins[argument];
  const source = deepSource(value, origin);
  const at = typeof value === 'string' && origin?.from === 'pieces' ? text.indexOf(value) : -1;
  if (at < 0) return [[text.length, source]];
  const { length } = value as string;
  return [
    [at, undefined],
    [length, origin],
    [text.length - at - length, undefined],
  ];
}

function printing(
  name: string,
  params: readonly string[],
  partsOf: (args: readonly GoValue[]) => readonly Part[],
): GoFunction {
  return {
    name,
    params,
    variadic: true,
    result: 'string',
    call(args, context) {
      const text = partsOf(args)
        .map((part) => part.text)
        .join('');
      context.spend(text.length);
      return text;
    },
    origin: (call) => joinOrigins(partsOf(call.args).flatMap((part) => partOrigin(part, call))),
  };
}

/** `print`, `println` and `printf` of text/template: those of Go's fmt. */
export const PRINT_FUNCTIONS: readonly GoFunction[] = [
  printing('print', ['interface {}'], printParts),
  printing('println', ['interface {}'], printlnParts),
  printing('printf', ['string', 'interface {}'], printfParts),
];
