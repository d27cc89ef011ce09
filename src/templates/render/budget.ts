/** How much a rendering may do before it is given up, so that no template can hang a program or fill its memory. */
export interface RenderLimits {
  /** Nodes executed, items and characters made. */
  readonly work: number;
  /** Characters of output of all templates together, those of `include` each time they are handed on. */
  readonly output: number;
  /** Templates within templates. Helm allows an `include` of one name 1,000 times. */
  readonly depth: number;
}

/** Beyond what charts need by far: the largest public ones take under a hundredth of it. */
export const DEFAULT_LIMITS: RenderLimits = { work: 200_000_000, output: 100_000_000, depth: 1200 };

/** Thrown when a budget is used up. */
export class BudgetSpent extends Error {}

/** What is left of a rendering's limits. */
export class Budget {
  #work: number;
  #output: number;

  constructor(limits: RenderLimits) {
    this.#work = limits.work;
    this.#output = limits.output;
  }

  spend(units: number): void {
    this.#work -= units;
    if (this.#work < 0) throw new BudgetSpent('the templates do more work than chartlint allows');
  }

  write(characters: number): void {
    this.#output -= characters;
    if (this.#output < 0) throw new BudgetSpent('the templates write more text than chartlint allows');
  }
}
