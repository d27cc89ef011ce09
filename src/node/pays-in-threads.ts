/** Milliseconds of linting after which the rest of the work can be guessed. */
const LOOK_AFTER = 200;
/** Milliseconds of work left from which another thread pays: it takes its time to start and to warm up. */
const WORTH = 400;
/** Releases take about so many times as long while the program warms up. */
const WARM_UP = 2;

/** Whether the rest of a run is worth other threads, by the milliseconds that the releases linted so far took. */
export function paysInThreads(linted: number, total: number, elapsed: number): boolean {
  if (linted === 0 || elapsed < LOOK_AFTER) return false;
  return (elapsed / linted / WARM_UP) * (total - linted) >= WORTH;
}
