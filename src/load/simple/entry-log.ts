import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { PositionIndex } from '../position-index.ts';

/** The entries of all containers that are still open, innermost on top, until the position index takes them over. */
export class EntryLog {
  readonly #index: PositionIndex | undefined;
  readonly #keys: string[] = [];
  #keyTop = 0;
  #spans = new Int32Array(256);
  #spanTop = 0;

  /** Without an index it forgets everything. */
  constructor(index: PositionIndex | undefined) {
    this.#index = index;
  }

  /** What `closeMap` and `closeList` want to know about the height at which the container was opened. */
  get keyTop(): number {
    return this.#keyTop;
  }

  get spanTop(): number {
    return this.#spanTop;
  }

  addEntry(key: string, keyStart: number, keyEnd: number, start: number, end: number): void {
    if (this.#spanTop + 4 > this.#spans.length) this.#grow();
    const at = this.#spanTop;
    this.#spans[at] = keyStart;
    this.#spans[at + 1] = keyEnd;
    this.#spans[at + 2] = start;
    this.#spans[at + 3] = end;
    this.#spanTop = at + 4;
    this.#keys[this.#keyTop++] = key;
  }

  addItem(start: number, end: number): void {
    if (this.#spanTop + 2 > this.#spans.length) this.#grow();
    this.#spans[this.#spanTop++] = start;
    this.#spans[this.#spanTop++] = end;
  }

  closeMap(map: JsonObject, keyFrom: number, spanFrom: number): void {
    this.#index?.addMap(map, this.#keyTop - keyFrom, this.#keys, keyFrom, this.#spans, spanFrom);
    this.#keyTop = keyFrom;
    this.#spanTop = spanFrom;
  }

  closeList(list: readonly JsonValue[], spanFrom: number): void {
    this.#index?.addList(list, this.#spans, spanFrom);
    this.#spanTop = spanFrom;
  }

  #grow(): void {
    const grown = new Int32Array(this.#spans.length * 2);
    grown.set(this.#spans);
    this.#spans = grown;
  }
}
