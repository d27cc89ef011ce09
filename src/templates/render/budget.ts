import { LIMITS } from '../../model/limits.ts';

/** How much a rendering may do before it is given up, so that no template can hang a program or fill its memory. */
export interface RenderLimits {
  /** Nodes executed, items and characters made. */
  readonly work: number;
  /** Characters of output of all templates together, those of `include` each time they are handed on. */
  readonly output: number;
  /**
   * How deep template calls, branches and pipelines may be nested together, in frames of the stack. Helm allows 1,000 calls of one name within each
   * other; JavaScript's stack holds fewer (6,000 of these frames at the least), and where it overflows V8 can abort the whole process (it compiles regular
   * expressions there), so this keeps well below it, and deeper includes are rendered in segments (`segments.ts`).
   */
  readonly depth: number;
}

export const DEFAULT_LIMITS: RenderLimits = {
  work: LIMITS.renderWork,
  output: LIMITS.renderOutput,
  depth: LIMITS.renderDepth,
};

/** Thrown when a budget is used up. */
export class BudgetSpent extends Error {
  readonly kind: 'budget' | 'recursion';

  constructor(message: string, kind: 'budget' | 'recursion' = 'budget') {
    super(message);
    this.kind = kind;
  }
}

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
    if (this.#work < 0)
      throw new BudgetSpent('the templates do more work than chartlint allows (limit "renderWork")');
  }

  write(characters: number): void {
    this.#output -= characters;
    if (this.#output < 0)
      throw new BudgetSpent('the templates write more text than chartlint allows (limit "renderOutput")');
  }
}
