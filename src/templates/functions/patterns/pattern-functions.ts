import { quoteText } from '../../text/quote-text.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoInt, GoList, TracedCall } from '../../value/go-value.ts';
import { goList, isList } from '../../value/make-value.ts';
import { chosenBy, sliceOrigin, sourceOf } from '../../value/text-origin.ts';
import { declareFunction } from '../declare-function.ts';
import { compilePattern, findAll, type GoPattern, type Match } from './go-pattern.ts';
import { replaceFunctions } from './replace-functions.ts';

/** Compiles a pattern, or throws what the function says about a wrong one. */
export type PatternReader = (source: string) => GoPattern;

/** Regular expressions as Go's regexp (RE2) reads and matches them. Each call gives functions with a memory of their own. */
export function patternFunctions(): readonly GoFunction[] {
  const known = new Map<string, GoPattern | string>();
  const read = (source: string): GoPattern | string => {
    const pattern = known.get(source) ?? compilePattern(source);
    known.set(source, pattern);
    return pattern;
  };
  const strict: PatternReader = (source) => {
    const pattern = read(source);
    if (typeof pattern === 'string') throw new GoError(pattern);
    return pattern;
  };
  const panicking: PatternReader = (source) => {
    const pattern = read(source);
    if (typeof pattern === 'string') throw new GoError(`regexp: Compile(${shown(source)}): ${pattern}`);
    return pattern;
  };
  const matching = (pattern: GoPattern | string, text: string): boolean =>
    typeof pattern !== 'string' && pattern.test(text);
  return [
    declareFunction('regexMatch', 'string, string -> bool', ([source, text]: [string, string]) =>
      matching(read(source), text),
    ),
    declareFunction('mustRegexMatch', 'string, string -> bool', ([source, text]: [string, string]) =>
      matching(strict(source), text),
    ),
    ...both('regexFind', (name, reader) => findFunction(name, reader)),
    ...both('regexFindAll', (name, reader) => findAllFunction(name, reader)),
    ...both('regexSplit', (name, reader) => splitFunction(name, reader)),
    ...both('regexReplaceAll', (name, reader) => replaceFunctions(name, reader)),
    declareFunction('regexQuoteMeta', 'string -> string', ([text]: [string]) =>
      text.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&'),
    ),
  ];

  function both(name: string, make: (name: string, reader: PatternReader) => GoFunction[]): GoFunction[] {
    return [...make(name, panicking), ...make(`must${name[0]!.toUpperCase()}${name.slice(1)}`, strict)];
  }
}

/** Go quotes a pattern with backquotes where it can. */
function shown(source: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these cannot stand between backquotes.
  return /[\0-\x08\x0a-\x1f\x7f`\ufeff\udc80-\udcff]/u.test(source) ? quoteText(source) : `\`${source}\``;
}

type Range = readonly [start: number, end: number];

function findFunction(name: string, read: PatternReader): GoFunction[] {
  const range = ([source, text]: readonly [string, string]): Range => {
    const [start = 0, end = 0] = read(source).find(text, 0) ?? [];
    return [start, end];
  };
  return [
    declareFunction(
      name,
      'string, string -> string',
      (args: readonly [string, string]) => args[1].slice(...range(args)),
      ({ args, origins, result }) =>
        chosenBy(
          sliceOrigin(origins[1], ...range(args as unknown as [string, string])),
          result,
          sourceOf(origins[result === '' ? 1 : 0]),
        ),
    ),
  ];
}

function findAllFunction(name: string, read: PatternReader): GoFunction[] {
  const matches = ([source, text, count]: readonly [string, string, GoInt]): Match[] =>
    findAll(read(source), text, Number(count.value));
  return [
    declareFunction(
      name,
      'string, string, int -> []string',
      (args: readonly [string, string, GoInt]) => {
        const all = matches(args);
        return listOf(
          all.map(([start, end]) => args[1].slice(start, end)),
          all.length === 0,
        );
      },
      (call) =>
        noteRanges(call, matches(call.args as unknown as [string, string, GoInt]) as unknown as Range[]),
    ),
  ];
}

function splitFunction(name: string, read: PatternReader): GoFunction[] {
  const ranges = ([source, text, count]: readonly [string, string, GoInt]): Range[] =>
    splitRanges(read(source), text, Number(count.value));
  return [
    declareFunction(
      name,
      'string, string, int -> []string',
      (args: readonly [string, string, GoInt]) =>
        listOf(
          ranges(args).map(([start, end]) => args[1].slice(start, end)),
          args[2].value === 0n,
        ),
      (call) => noteRanges(call, ranges(call.args as unknown as [string, string, GoInt])),
    ),
  ];
}

function listOf(texts: string[], isNil: boolean): GoList {
  return { ...goList(texts, 'string'), ...(isNil && { isNil }) };
}

/** Notes which part of the text each item is. */
function noteRanges(
  { args, origins, result }: TracedCall,
  ranges: readonly Range[],
): TracedCall['origins'][number] {
  if (isList(result)) {
    const decides = sourceOf(origins[0]);
    result.origins = ranges.map(([start, end]) =>
      chosenBy(sliceOrigin(origins[1], start, end), (args[1] as string).slice(start, end), decides),
    );
  }
  return undefined;
}

/** Go's `Regexp.Split`. */
function splitRanges(pattern: GoPattern, text: string, count: number): Range[] {
  if (count === 0) return [];
  if (pattern.source !== '' && text === '') return [[0, 0]];
  const ranges: Range[] = [];
  let start = 0;
  let end = 0;
  for (const match of findAll(pattern, text, count)) {
    if (count > 0 && ranges.length === count - 1) break;
    end = match[0]!;
    if (match[1] !== 0) ranges.push([start, end]);
    start = match[1]!;
  }
  if (end !== text.length) ranges.push([start, text.length]);
  return ranges;
}
