/**
 * How many random inputs a test takes: all that it asks for in CI, a quarter elsewhere, and the part that `CHARTLINT_RUNS` says
 * (0.1, 4). The seed is fixed, so more runs of the same part find nothing new.
 */
export function randomRuns(all: number): number {
  const part = Number(process.env.CHARTLINT_RUNS ?? (process.env.CI === undefined ? 0.25 : 1));
  return Math.max(1, Math.ceil(all * part));
}
