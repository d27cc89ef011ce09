import type { LIMITS } from './limits.ts';

/** Thrown when an input takes more than it may. The message is one clause about the input: `the chart has more than 20000 files`. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly limit: keyof typeof LIMITS;

  constructor(limit: keyof typeof LIMITS, message: string) {
    super(message);
    this.limit = limit;
  }
}
