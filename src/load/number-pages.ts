const BITS = 14;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;
const SMALLEST = 64;

/** A list of 32-bit numbers that grows without being copied, so that millions of them need no second array on the way. */
export class NumberPages {
  /** Only the first, while it is alone, is shorter than the others. */
  readonly #pages: Int32Array[];
  length = 0;

  /** `expected` is a guess at how many there will be. */
  constructor(expected = 0) {
    this.#pages = [new Int32Array(Math.min(Math.max(expected, SMALLEST), PAGE))];
  }

  at(i: number): number {
    return this.#pages[i >> BITS]![i & MASK]!;
  }

  push(value: number): void {
    const at = this.length & MASK;
    const page = this.#pageOf(this.length);
    page[at] = value;
    this.length++;
  }

  /** Takes so many numbers from another list. */
  pushAll(values: ArrayLike<number>, from: number, count: number): void {
    for (let taken = 0; taken < count; ) {
      const at = this.length & MASK;
      const page = this.#pageOf(this.length);
      const size = Math.min(count - taken, page.length - at);
      for (let i = 0; i < size; i++) page[at + i] = values[from + taken + i]!;
      this.length += size;
      taken += size;
    }
  }

  #pageOf(i: number): Int32Array {
    const page = this.#pages[i >> BITS];
    if (page === undefined) return this.#add(new Int32Array(PAGE));
    if ((i & MASK) < page.length) return page;
    const grown = new Int32Array(Math.min(page.length * 2, PAGE));
    grown.set(page);
    this.#pages.length = 0;
    return this.#add(grown);
  }

  #add(page: Int32Array): Int32Array {
    this.#pages.push(page);
    return page;
  }
}
