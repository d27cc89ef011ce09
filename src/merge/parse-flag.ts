import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { get, type Owner, put } from './draft.ts';
import { FlagCursor, type FlagWord } from './flag-cursor.ts';
import { FlagError } from './flag-problem.ts';
import { notA, noValue } from './flag-refusals.ts';
import type { FlagSegment } from './flag-segment.ts';
import { scanJson } from './scan-json.ts';
import { parseInteger } from './typed-value.ts';

/** One assignment that a flag makes. */
export interface FlagWrite {
  readonly segments: readonly FlagSegment[];
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
  /** The elements of a `{a,b}` list. */
  readonly items?: readonly { readonly start: number; readonly end: number }[];
}

/** How the text of a flag is read. */
export interface FlagGrammar {
  /** Turns the text of a value into the value: typed for `--set`, the file's text for `--set-file`. */
  readonly read: (word: FlagWord) => JsonValue;
  /** `--set-json`: values are JSON. */
  readonly json: boolean;
  /** `--set-literal`: no escapes, no commas, no lists. */
  readonly literal: boolean;
  /** Helm 4 silently drops an index without `]`; Helm 3 refuses it. */
  readonly dropsOpenIndex: boolean;
}

export interface FlagTarget {
  readonly draft: Owner;
  /** Owned by the draft; changed in place. */
  readonly data: JsonObject;
  readonly onWrite: (write: FlagWrite) => void;
  /** An index without `]` where Helm drops it. */
  readonly onDropped?: (start: number, end: number) => void;
}

/** Highest list index (`MaxIndex`) and deepest nesting of names (`MaxNestedNameLevel`) in `pkg/strvals/parser.go`. */
const MAX_INDEX = 65536;
const MAX_NESTED_NAME_LEVEL = 30;

/**
 * Parses the text of a flag into `target.data`, over what is there. Helm's `parser.parse` and `literalParser.parse`
 * (`pkg/strvals/parser.go`, `literal_parser.go`). Throws a FlagError where Helm returns an error.
 */
export function parseFlag(text: string, grammar: FlagGrammar, target: FlagTarget): void {
  const parser = new FlagParser(text, grammar, target);
  while (parser.key(target.data, 0, []) === 'more');
}

/** `end` stands for Go's `io.EOF`: the text is used up, which ends the parse without an error. */
type Progress = 'more' | 'end';

class FlagParser {
  readonly #in: FlagCursor;
  readonly #grammar: FlagGrammar;
  readonly #target: FlagTarget;

  constructor(text: string, grammar: FlagGrammar, target: FlagTarget) {
    this.#in = new FlagCursor(text);
    this.#grammar = grammar;
    this.#target = target;
  }

  /** Go's `key`: one name, and what it is set to. */
  key(data: JsonObject, level: number, above: readonly FlagSegment[]): Progress {
    const word = this.#in.until(this.#grammar.literal ? '=[.' : '=[,.', !this.#grammar.literal);
    const name = word.text;
    if (word.stop === undefined && name === '') return 'end';
    if (word.stop === undefined || word.stop === ',') throw noValue(word);
    const path = [...above, { name, start: word.start, end: word.end }];
    if (word.stop === '[') return this.#list(data, name, level, path);
    if (word.stop === '.') return this.#map(data, name, level + 1, path);
    return this.#value(path, (value) => setKey(data, name, value));
  }

  #map(data: JsonObject, name: string, level: number, path: readonly FlagSegment[]): Progress {
    const { start, end } = path.at(-1)!;
    if (level > MAX_NESTED_NAME_LEVEL) {
      const limit = {
        problem: `Names can be nested at most ${MAX_NESTED_NAME_LEVEL} levels deep`,
        help: 'Use a values file or --set-json.',
      };
      throw new FlagError(limit, start, end);
    }
    const below = get(data, name);
    if (below !== undefined && !isJsonObject(below)) throw notA('map', below, path);
    const inner = below ? this.#target.draft.ownMap(data, name, below) : this.#target.draft.newMap();
    const progress = this.key(inner, level, path);
    const empty = isEmpty(inner);
    if (progress === 'more' && empty) {
      const said = { problem: `"${name}." is followed by no key`, help: `Write ${name}.KEY=VALUE.` };
      throw new FlagError(said, start, end);
    }
    if (!empty && !below) setKey(data, name, inner);
    return progress;
  }

  #list(data: JsonObject, name: string, level: number, path: readonly FlagSegment[]): Progress {
    const index = this.#index();
    if (index === 'end') return 'end';
    const below = get(data, name);
    if (below !== undefined && !Array.isArray(below)) throw notA('list', below, path);
    const { list, progress } = this.#item(
      below ? this.#target.draft.ownList(below, index.name as number) : [],
      index,
      level,
      path,
    );
    setKey(data, name, list);
    return progress;
  }

  /** Go's `keyIndex`: the index and the `]`. */
  #index(): FlagSegment | 'end' {
    const word = this.#in.until(']', !this.#grammar.literal);
    if (word.stop === undefined) {
      if (!this.#grammar.dropsOpenIndex) {
        const said = { problem: 'The index has no "]"', help: 'Write NAME[0]=VALUE.' };
        throw new FlagError(said, word.start - 1, word.end);
      }
      this.#target.onDropped?.(word.start - 1, word.end);
      return 'end';
    }
    const name = parseInteger(word.text);
    if (name === undefined) {
      const said = {
        problem: `"${word.text}" is not a list index`,
        help: 'Write a number such as [0]; for a key with brackets escape them: \\[.',
      };
      throw new FlagError(said, word.start, word.end);
    }
    return { name, start: word.start, end: word.end };
  }

  /** Go's `listItem`: what follows the `]`. */
  #item(
    list: JsonValue[],
    index: FlagSegment,
    level: number,
    above: readonly FlagSegment[],
  ): { list: JsonValue[]; progress: Progress } {
    const { draft } = this.#target;
    const i = index.name as number;
    if (i < 0) {
      const said = { problem: `The index ${i} is negative`, why: 'List indexes start at 0.' };
      throw new FlagError(said, index.start, index.end);
    }
    const path = [...above, index];
    const word = this.#in.until('[.=', !this.#grammar.literal);
    if (word.text !== '') {
      const said = {
        problem: `"${word.text}" cannot follow "]"`,
        help: `Write [${i}]=VALUE, [${i}].KEY=VALUE or [${i}][0]=VALUE.`,
      };
      throw new FlagError(said, word.start, word.end);
    }
    if (word.stop === undefined) return { list, progress: 'end' };
    if (word.stop === '=') {
      const progress = this.#value(path, (value) => setIndex(list, index, value));
      // Go does not hand the end of the text on from here, unlike in `key`; the next key finds it anyway.
      return { list, progress: progress === 'end' ? 'more' : progress };
    }
    const below = list[i];
    if (word.stop === '[') {
      const next = this.#index();
      if (next === 'end') return { list, progress: 'end' };
      if (below !== undefined && below !== null && !Array.isArray(below)) throw notA('list', below, path);
      const owned = Array.isArray(below) ? draft.ownList(below, next.name as number) : [];
      if (Array.isArray(below)) list[i] = owned;
      const inner = this.#item(owned, next, level, path);
      if (inner.progress === 'more') setIndex(list, index, inner.list);
      return { list, progress: inner.progress };
    }
    const inner = isJsonObject(below) ? draft.own(below) : draft.newMap();
    if (i < list.length) list[i] = inner;
    const progress = this.key(inner, level, path);
    if (progress === 'more') setIndex(list, index, inner);
    return { list, progress };
  }

  /** What stands after the `=`. */
  #value(path: readonly FlagSegment[], assign: (value: JsonValue) => void): Progress {
    const { json, literal, read } = this.#grammar;
    const cursor = this.#in;
    const write = (value: JsonValue, start: number, end: number, items?: FlagWrite['items']): void => {
      assign(value);
      if (path.some((segment) => segment.name === '')) return;
      this.#target.onWrite({ segments: path, value, start, end, ...(items && { items }) });
    };
    const start = cursor.offset;
    if (json) {
      if (cursor.skipEmptyValue()) write(null, start, start);
      else {
        const from = cursor.offset;
        cursor.offset = scanJson(cursor.text, from);
        write(JSON.parse(cursor.text.slice(from, cursor.offset)) as JsonValue, from, cursor.offset);
        cursor.skipEmptyValue();
      }
      return 'more';
    }
    if (literal) {
      write(cursor.text.slice(start), start, cursor.text.length);
      cursor.offset = cursor.text.length;
      return 'more';
    }
    if (cursor.atEnd) {
      write('', start, start);
      return 'end';
    }
    if (cursor.skip('{')) {
      const words = this.#braced(start);
      write(words.map(read), start, words.at(-1)!.end + 1, words);
    } else {
      const word = cursor.until(',', true);
      write(read(word), word.start, word.end);
    }
    return 'more';
  }

  /** Go's `valList`: the elements up to the `}`, and a comma behind it. */
  #braced(start: number): FlagWord[] {
    const words: FlagWord[] = [];
    for (;;) {
      const word = this.#in.until(',}', true);
      if (word.stop === undefined) {
        const said = {
          problem: 'The list has no "}"',
          help: 'Write {a,b}, or \\{ for a text that starts with a brace.',
        };
        throw new FlagError(said, start, word.end);
      }
      words.push(word);
      if (word.stop === '}') {
        this.#in.skip(',');
        return words;
      }
    }
  }
}

function isEmpty(map: JsonObject): boolean {
  for (const _ in map) return false;
  return true;
}

/** Go's `set`: an empty key is not set. */
function setKey(data: JsonObject, key: string, value: JsonValue): void {
  if (key !== '') put(data, key, value);
}

/** Go's `setIndex`: the list grows with nulls. */
function setIndex(list: JsonValue[], index: FlagSegment, value: JsonValue): void {
  const i = index.name as number;
  if (i > MAX_INDEX) {
    const limit = {
      problem: `The index ${i} is too large: Helm allows at most ${MAX_INDEX}`,
      help: 'Use a values file.',
    };
    throw new FlagError(limit, index.start, index.end);
  }
  while (list.length < i) list.push(null);
  list[i] = value;
}
