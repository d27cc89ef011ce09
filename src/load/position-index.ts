import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { Range } from '../model/span.ts';
import { NumberPages } from './number-pages.ts';

/** Numbers per entry: a map entry has the start and end of its key and of its value, a list item those of its value. */
const MAP_STRIDE = 4;
const LIST_STRIDE = 2;
/** A record starts with the number of entries and the place of its first key, or one of these. */
const HEADER = 2;
const IS_LIST = -1;
/** The keys are those of the map, in its order. */
const OWN_KEYS = -2;
/** Maps with more entries than this are searched through a hash, built when first asked for. */
const SCAN_AT_MOST = 16;
const [ZERO, NINE] = [48, 57];

/**
 * Where each entry of each map and list of a document is written. One list of offsets holds everything, so that an entry
 * costs 16 bytes and no object. The data must not change afterwards.
 */
export class PositionIndex {
  readonly #offsets: NumberPages;
  /** Of the maps that have their own keys in another order than they are written. */
  readonly #keys: string[] = [];
  readonly #records = new Map<object, number>();
  readonly #lookups = new Map<number, Map<string, number>>();
  /** What aliases stand for, by where they start. */
  readonly #anchored = new Map<number, Range>();

  /** `textLength` is that of the document: an entry takes about 20 characters. */
  constructor(textLength = 0) {
    this.#offsets = new NumberPages(textLength >> 2);
  }

  /** Takes so many entries from two stacks, from the given heights up. */
  addMap(
    map: JsonObject,
    count: number,
    keys: readonly string[],
    keyFrom: number,
    spans: ArrayLike<number>,
    spanFrom: number,
  ): void {
    let keyAt = OWN_KEYS;
    if (mayBeReordered(keys, keyFrom, count)) {
      keyAt = this.#keys.length;
      for (let i = keyFrom; i < keyFrom + count; i++) this.#keys.push(keys[i]!);
    }
    this.#open(map, count, keyAt);
    this.#offsets.pushAll(spans, spanFrom, count * MAP_STRIDE);
  }

  /** Takes the items from a stack, from the given height up. */
  addList(list: readonly JsonValue[], spans: ArrayLike<number>, spanFrom: number): void {
    this.#open(list, list.length, IS_LIST);
    this.#offsets.pushAll(spans, spanFrom, list.length * LIST_STRIDE);
  }

  #open(container: object, count: number, keyAt: number): void {
    this.#records.set(container, this.#offsets.length);
    this.#offsets.push(count);
    this.#offsets.push(keyAt);
  }

  /** The keys of a map as they are written; none when it is not of this document. */
  keysOf(map: JsonObject): readonly string[] {
    const record = this.#records.get(map);
    return record === undefined ? [] : this.#keysAt(map, record);
  }

  #keysAt(map: object, record: number): readonly string[] {
    const keyAt = this.#offsets.at(record + 1);
    return keyAt === OWN_KEYS ? Object.keys(map) : this.#keys.slice(keyAt, keyAt + this.#offsets.at(record));
  }

  /** The handle of the container's i-th entry as written, for `offset`. */
  entryAt(container: object, i: number): number {
    const record = this.#records.get(container)!;
    const stride = this.#offsets.at(record + 1) === IS_LIST ? LIST_STRIDE : MAP_STRIDE;
    return record + HEADER + i * stride;
  }

  /** The handle of the map entry or list item, or -1 when the container does not write it. */
  find(container: object, segment: string | number): number {
    const record = this.#records.get(container);
    if (record === undefined) return -1;
    const count = this.#offsets.at(record);
    if (this.#offsets.at(record + 1) === IS_LIST) {
      const i = Number(segment);
      return Number.isInteger(i) && i >= 0 && i < count ? record + HEADER + i * LIST_STRIDE : -1;
    }
    const key = String(segment);
    const i =
      count > SCAN_AT_MOST
        ? this.#lookup(container, record).get(key)
        : this.#keysAt(container, record).indexOf(key);
    return i === undefined || i === -1 ? -1 : record + HEADER + i * MAP_STRIDE;
  }

  #lookup(map: object, record: number): Map<string, number> {
    let lookup = this.#lookups.get(record);
    if (lookup === undefined) {
      lookup = new Map(this.#keysAt(map, record).map((key, i) => [key, i]));
      this.#lookups.set(record, lookup);
    }
    return lookup;
  }

  /** Notes that a value is written as an alias of what is written elsewhere. */
  noteAlias(start: number, { start: from, end: to }: Range): void {
    this.#anchored.set(start, { start: from, end: to });
  }

  /** Where the value of an entry is written, and the alias that stands for it there, if one does. */
  valueAt(entry: number, isItem: boolean): Range & { readonly alias?: Range } {
    const [from, to] = isItem ? [0, 1] : [2, 3];
    const place = { start: this.offset(entry, from), end: this.offset(entry, to) };
    const anchored = this.#anchored.get(place.start);
    return anchored === undefined ? place : { ...anchored, alias: place };
  }

  /** The n-th number of an entry: key start, key end, value start, value end; an item has the last two only. */
  offset(entry: number, n: number): number {
    return this.#offsets.at(entry + n);
  }
}

/** Whether a key may be an index, which JavaScript puts in front of the others. */
function mayBeReordered(keys: readonly string[], from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) {
    const first = keys[i]!.charCodeAt(0);
    if (first >= ZERO && first <= NINE) return true;
  }
  return false;
}
