import { GoError } from '../../value/go-error.ts';
import type { CallContext, GoFunction, GoInt, TracedCall } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';
import { chosenBy, editOrigin, joinOrigins, sourceOf, type TextEdit } from '../../value/text-origin.ts';
import { bothSources } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';
import { wrapText } from './wrap-text.ts';

/** Functions that lay a text out, repeat it or change parts of it. */
export const LAYOUT_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'indent',
    'int, string -> string',
    ([spaces, text]: [GoInt, string], context) => indented(spaces, text, context),
    (call) => indentedOrigin(call, 0),
  ),
  declareFunction(
    'nindent',
    'int, string -> string',
    ([spaces, text]: [GoInt, string], context) => `\n${indented(spaces, text, context)}`,
    (call) => indentedOrigin(call, 1),
  ),
  declareFunction(
    'repeat',
    'int, string -> string',
    ([count, text]: [GoInt, string], context) => repeated(text, count, context),
    ({ args, origins, result }) => {
      const [count, text] = args as [GoInt, string];
      const source = sourceOf(origins[0]);
      if (text === '' || count.value > 1000n) return bothSources(source, sourceOf(origins[1]));
      const once = [text.length, origins[1]] as const;
      return chosenBy(joinOrigins(Array.from({ length: Number(count.value) }, () => once)), result, source);
    },
  ),
  declareFunction(
    'replace',
    'string, string, string -> string',
    ([old, replacement, text]: [string, string, string], context) => {
      const all = replaced(text, old, replacement);
      context.spend(all.length);
      return all;
    },
    replacedOrigin,
  ),
  declareFunction('wrap', 'int, string -> string', ([width, text]: [GoInt, string]) =>
    wrapText(text, Number(width.value), '', false),
  ),
  declareFunction(
    'wrapWith',
    'int, string, string -> string',
    ([width, separator, text]: [GoInt, string, string], context) => {
      context.spend(text.length * separator.length);
      return wrapText(text, Number(width.value), separator, true);
    },
  ),
  declareFunction(
    'plural',
    'string, string, int -> string',
    ([one, many, count]: [string, string, GoInt]) => (count.value === 1n ? one : many),
    ({ args, origins, result }) =>
      chosenBy(origins[(args[2] as GoInt).value === 1n ? 0 : 1], result, sourceOf(origins[2])),
  ),
];

/** Go's `strings.Repeat`. */
function repeated(text: string, { value }: GoInt, context: CallContext): string {
  if (value < 0n) throw new GoError('strings: negative Repeat count');
  if (text === '') return '';
  const units = value * BigInt(text.length);
  if (units > 2n ** 62n) throw new GoError('strings: Repeat output length overflow');
  context.spend(Number(units));
  return text.repeat(Number(value));
}

function indented(spaces: GoInt, text: string, context: CallContext): string {
  const pad = repeated(' ', spaces, context);
  const lines = text.split('\n');
  context.spend(pad.length * lines.length + text.length);
  return pad + lines.join(`\n${pad}`);
}

function indentedOrigin({ args, origins, result }: TracedCall, before: number): Origin | undefined {
  const [spaces, text] = args as [GoInt, string];
  const length = Number(spaces.value);
  const edits: TextEdit[] = [{ start: 0, end: 0, length: before + length }];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    edits.push({ start: at + 1, end: at + 1, length });
  }
  return chosenBy(editOrigin(origins[1], text.length, edits), result, sourceOf(origins[0]));
}

/** Go's `strings.ReplaceAll`: an empty text is found before each rune and at the end. */
function replaced(text: string, old: string, replacement: string): string {
  if (old !== '') return text.split(old).join(replacement);
  return replacement + Array.from(text, (rune) => rune + replacement).join('');
}

function replacedOrigin({ args, origins }: TracedCall): Origin | undefined {
  const [old, replacement, text] = args as [string, string, string];
  const source = sourceOf(origins[0]);
  if (old === '') return bothSources(source, bothSources(sourceOf(origins[1]), sourceOf(origins[2])));
  const edits: TextEdit[] = [];
  for (let at = text.indexOf(old); at !== -1; at = text.indexOf(old, at + old.length)) {
    edits.push({ start: at, end: at + old.length, length: replacement.length, origin: origins[1] });
  }
  const length = text.length + edits.length * (replacement.length - old.length);
  return chosenBy(editOrigin(origins[2], text.length, edits), ' '.repeat(length), source);
}
