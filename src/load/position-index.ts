import type { JsonObject, JsonValue } from '../model/json-value.ts';

/** Numbers per entry: a map entry has the start and end of its key and of its value, a list item those of its value. */
const MAP_STRIDE = 4;
const LIST_STRIDE = 2;
/** A record starts with the number of entries and the place of its first key (or this, for a list). */
const HEADER = 2;
const IS_LIST = -1;
/** Maps with more entries than this are searched through a hash, built when first asked for. */
const SCAN_AT_MOST = 16;

/**
 * Where each entry of each map and list of a document is written. One flat array of offsets and one of keys hold
 * everything, so that an entry costs 24 bytes and no object.
 */
export class PositionIndex {
  #offsets = new Int32Array(1024);
  #used = 0;
  #keys: string[] = [];
  readonly #records = new Map<object, number>();
  readonly #lookups = new Map<number, Map<string, number>>();

  /** Takes so many entries from two stacks, from the given heights up. */
  addMap(
    map: JsonObject,
    count: number,
    keys: readonly string[],
    keyFrom: number,
    spans: ArrayLike<number>,
    spanFrom: number,
  ): void {
    const keyAt = this.#keys.length;
    for (let i = keyFrom; i < keyFrom + count; i++) this.#keys.push(keys[i]!);
    this.#open(map, count, keyAt, count * MAP_STRIDE, spans, spanFrom);
  }

  /** Takes the items from a stack, from the given height up. */
  addList(list: readonly JsonValue[], spans: ArrayLike<number>, spanFrom: number): void {
    this.#open(list, list.length, IS_LIST, list.length * LIST_STRIDE, spans, spanFrom);
  }

  #open(
    container: object,
    count: number,
    keyAt: number,
    size: number,
    spans: ArrayLike<number>,
    spanFrom: number,
  ): void {
    const record = this.#used;
    const from = record + HEADER;
    if (from + size > this.#offsets.length) this.#grow(from + size);
    const offsets = this.#offsets;
    offsets[record] = count;
    offsets[record + 1] = keyAt;
    for (let i = 0; i < size; i++) offsets[from + i] = spans[spanFrom + i]!;
    this.#used = from + size;
    this.#records.set(container, record);
  }

  #grow(atLeast: number): void {
    const grown = new Int32Array(Math.max(atLeast, this.#offsets.length * 2));
    grown.set(this.#offsets.subarray(0, this.#used));
    this.#offsets = grown;
  }

  /** Gives back the memory that growing left unused. */
  seal(): void {
    this.#offsets = this.#offsets.slice(0, this.#used);
    this.#keys = this.#keys.slice();
  }

  /** How many entries the container has; 0 when it is not of this document. */
  count(container: object): number {
    const record = this.#records.get(container);
    return record === undefined ? 0 : this.#offsets[record]!;
  }

  /** The handle of the container's i-th entry as written, for `keyOf`, `keyStart` and so on. */
  entryAt(container: object, i: number): number {
    const record = this.#records.get(container)!;
    const stride = this.#offsets[record + 1] === IS_LIST ? LIST_STRIDE : MAP_STRIDE;
    return record + HEADER + i * stride;
  }

  /** The key of a map's i-th entry. */
  keyAt(map: JsonObject, i: number): string {
    return this.#keys[this.#offsets[this.#records.get(map)! + 1]! + i]!;
  }

  /** The handle of the map entry or list item, or -1 when the container does not write it. */
  find(container: object, segment: string | number): number {
    const record = this.#records.get(container);
    if (record === undefined) return -1;
    const count = this.#offsets[record]!;
    const keyAt = this.#offsets[record + 1]!;
    if (keyAt === IS_LIST) {
      const i = Number(segment);
      return Number.isInteger(i) && i >= 0 && i < count ? record + HEADER + i * LIST_STRIDE : -1;
    }
    const key = String(segment);
    const i =
      count > SCAN_AT_MOST ? this.#lookup(record, count, keyAt).get(key) : this.#scan(count, keyAt, key);
    return i === undefined ? -1 : record + HEADER + i * MAP_STRIDE;
  }

  #scan(count: number, keyAt: number, key: string): number | undefined {
    for (let i = 0; i < count; i++) if (this.#keys[keyAt + i] === key) return i;
    return undefined;
  }

  #lookup(record: number, count: number, keyAt: number): Map<string, number> {
    let lookup = this.#lookups.get(record);
    if (lookup === undefined) {
      lookup = new Map();
      for (let i = 0; i < count; i++) lookup.set(this.#keys[keyAt + i]!, i);
      this.#lookups.set(record, lookup);
    }
    return lookup;
  }

  /** The n-th number of an entry: key start, key end, value start, value end; an item has the last two only. */
  offset(entry: number, n: number): number {
    return this.#offsets[entry + n]!;
  }
}
