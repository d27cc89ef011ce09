/** Stands for "no more": nothing is handed out after it. */
const CLOSED = 0x3fffffff;

/**
 * Hands out the releases of a run in order, a few at a time, to several threads that ask whenever they are free. The
 * counter is shared memory, so nobody waits for an answer.
 */
export class ReleaseBatches {
  readonly #next: Int32Array;
  readonly #total: number;
  readonly #size: number;

  /** `memory` holds the index of the first release that nobody has taken; `size` of them go out at a time. */
  constructor(memory: SharedArrayBuffer, total: number, size: number) {
    this.#next = new Int32Array(memory);
    this.#total = total;
    this.#size = size;
  }

  /** The indexes of the next batch, `from` up to but without `to`; undefined when all is handed out. */
  take(): { from: number; to: number } | undefined {
    const from = Atomics.add(this.#next, 0, this.#size);
    return from >= this.#total ? undefined : { from, to: Math.min(from + this.#size, this.#total) };
  }

  /** Nothing more is handed out: the run has failed, and what comes later does not count. */
  close(): void {
    Atomics.store(this.#next, 0, CLOSED);
  }
}
