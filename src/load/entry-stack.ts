import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { FindingLog } from './finding-log.ts';
import type { OpenContainer } from './open-container.ts';
import type { PositionIndex } from './position-index.ts';
import { resolvePlain } from './resolve-scalar.ts';

/** Maps with more entries than this get a hash once they repeat a key. */
const SCAN_AT_MOST = 16;
const MAP_STRIDE = 4;

/** The entries of all containers that are still open, innermost on top, until the position index takes them over. */
export class EntryStack {
  readonly keys: string[] = [];
  readonly spans: number[] = [];
  readonly #text: string;
  readonly #index: PositionIndex;
  readonly #log: FindingLog;

  constructor(text: string, index: PositionIndex, log: FindingLog) {
    this.#text = text;
    this.#index = index;
    this.#log = log;
  }

  /** Writes the pending key of the innermost container, a map. */
  set(open: OpenContainer, value: JsonValue, start: number, end: number, pathOf: () => string): void {
    const map = open.map!;
    const key = open.key!;
    const { keyStart, keyEnd } = open;
    if (map[key] === undefined || !Object.hasOwn(map, key)) {
      write(map, key, value);
      open.slots?.set(key, this.keys.length);
      this.keys.push(key);
      this.spans.push(keyStart, keyEnd, start, end);
      return;
    }
    const slot = this.#slot(open, key);
    const span = open.spanFrom + (slot - open.keyFrom) * MAP_STRIDE;
    // A key below `<<` is meant to replace what the merge brought.
    if (!open.merged?.delete(key))
      this.#reportDuplicate(open, this.spans[span]!, this.spans[span + 1]!, pathOf());
    write(map, key, value);
    this.#place(span, keyStart, keyEnd, start, end);
  }

  /**
   * Copies the entries of a map that `<<` names. As in go-yaml v2 they replace what is written above them in the
   * same map, and give way to what is written below.
   */
  merge(open: OpenContainer, source: JsonObject, pathOf: (key: string) => string): void {
    const map = open.map!;
    open.merged ??= new Set();
    for (const [i, key] of this.#index.keysOf(source).entries()) {
      const entry = this.#index.entryAt(source, i);
      const at = (n: number): number => this.#index.offset(entry, n);
      if (!Object.hasOwn(map, key)) {
        open.slots?.set(key, this.keys.length);
        this.keys.push(key);
        this.spans.push(at(0), at(1), at(2), at(3));
      } else {
        const span = open.spanFrom + (this.#slot(open, key) - open.keyFrom) * MAP_STRIDE;
        if (!open.merged.has(key)) this.#reportOverwritten(open, key, span, pathOf(key), at(0), at(1));
        this.#place(span, at(0), at(1), at(2), at(3));
      }
      write(map, key, source[key]!);
      open.merged.add(key);
    }
  }

  /** Forgets the entries of the innermost container. */
  drop(open: OpenContainer): void {
    this.keys.length = open.keyFrom;
    this.spans.length = open.spanFrom;
  }

  #slot(open: OpenContainer, key: string): number {
    if (open.slots === undefined) {
      if (this.keys.length - open.keyFrom <= SCAN_AT_MOST) return this.keys.indexOf(key, open.keyFrom);
      open.slots = new Map();
      for (let i = open.keyFrom; i < this.keys.length; i++) open.slots.set(this.keys[i]!, i);
    }
    return open.slots.get(key)!;
  }

  #place(span: number, keyStart: number, keyEnd: number, start: number, end: number): void {
    this.spans[span] = keyStart;
    this.spans[span + 1] = keyEnd;
    this.spans[span + 2] = start;
    this.spans[span + 3] = end;
  }

  #reportDuplicate(open: OpenContainer, firstStart: number, firstEnd: number, path: string): void {
    const name = JSON.stringify(open.key);
    const sameType = this.#isText(firstStart, firstEnd) === this.#isText(open.keyStart, open.keyEnd);
    const first = `first on line ${this.#log.lineOf(firstStart)}`;
    const said = {
      problem: sameType
        ? `${name} is written twice in this map (${first})`
        : `${name} is written twice in this map, as text and as a number or boolean (${first})`,
      why: sameType ? 'Helm silently keeps only the last one.' : 'Helm keeps either one at random.',
      help: 'Merge the two blocks into one.',
    };
    this.#log.add('error', 'yaml/duplicate-key', said, { start: open.keyStart, end: open.keyEnd }, path, {
      start: firstStart,
      end: firstEnd,
      message: `${name} is first written here`,
    });
  }

  /** go-yaml keeps the key `1` and the key `"1"` apart; only the way to JSON makes them one. */
  #isText(start: number, end: number): boolean {
    const kind = resolvePlain(this.#text.slice(start, end)).kind;
    return kind === 'str' || kind === 'timestamp';
  }

  #reportOverwritten(
    open: OpenContainer,
    key: string,
    span: number,
    path: string,
    sourceStart: number,
    sourceEnd: number,
  ): void {
    const name = JSON.stringify(key);
    const said = {
      problem: `${name} has no effect: the "<<" on line ${this.#log.lineOf(open.keyStart)} below sets it again`,
      why: 'Helm keeps the last one.',
      help: 'Move the "<<" to the top of this map.',
    };
    const place = { start: this.spans[span]!, end: this.spans[span + 1]! };
    const related = { start: sourceStart, end: sourceEnd, message: 'the value that Helm keeps' };
    this.#log.add('warning', 'yaml/merge-overwrites-key', said, place, path, related);
  }
}

function write(map: JsonObject, key: string, value: JsonValue): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}
