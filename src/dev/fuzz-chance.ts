/** Chance that is the same for the same seed. */
export class FuzzChance {
  #state: number;

  constructor(seed: number) {
    // Neighbours among seeds start far from each other.
    this.#state = Math.imul((seed ^ (seed >>> 15)) + 1, 0x9e37_79b1) >>> 0;
    for (let i = 0; i < 4; i++) this.below(2);
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    // Numerical Recipes' generator; the high bits are the random ones.
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }
}
