/** Milliseconds that the rest of a run takes when its releases take as long as those so far; 0 as long as none is linted. */
export function workAhead(linted: number, total: number, elapsed: number): number {
  return linted <= 0 ? 0 : (elapsed / linted) * (total - linted);
}
