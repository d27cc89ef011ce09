import { workAhead } from './work-ahead.ts';

/** Milliseconds of linting after which the rest of the work can be guessed. */
const LOOK_AFTER = 200;
/**
 * Milliseconds of work that a thread must find to pay: it takes half a second of a core to start and to warm up, and one thread keeps a
 * core and a half busy, since the runtime compiles beside it.
 */
const WORTH = 2000;
/** Releases take about so many times as long while the program warms up. */
const WARM_UP = 2;

/** In how many threads, with this one, the rest of a run is linted best, by the milliseconds that the first releases took. */
export function threadsThatPay(linted: number, total: number, elapsed: number): number {
  if (elapsed < LOOK_AFTER) return 1;
  const rest = workAhead(linted, total, elapsed) / WARM_UP;
  return Math.max(1, Math.floor(rest / WORTH));
}
