import { type CommandLine, runTimed, type TimedOptions } from './run-timed.ts';

/** Medians of pairs of runs. */
export interface PairedRatio {
  readonly ratio: number;
  /** Smallest and largest ratio of a pair: far apart when the machine was busy. */
  readonly spread: readonly [number, number];
  /** Medians of both commands. */
  readonly ms: number;
  readonly baseMs: number;
}

/** Wall time of one command over that of another, run in turn, so that both see the same load of the machine. */
export function pairedRatio(
  command: CommandLine,
  base: CommandLine,
  cwd: string,
  runs: number,
  options: TimedOptions = {},
): PairedRatio {
  runTimed(command, cwd, options);
  runTimed(base, cwd);
  const pairs = Array.from({ length: runs }, () => {
    const ms = runTimed(command, cwd, options).wallMs;
    const baseMs = runTimed(base, cwd).wallMs;
    return { ms, baseMs, ratio: ms / baseMs };
  });
  const ratios = pairs.map(({ ratio }) => ratio);
  return {
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ms: median(pairs.map(({ ms }) => ms)),
    baseMs: median(pairs.map(({ baseMs }) => baseMs)),
  };
}

/** The middle of the numbers, the mean of the two middle ones when they are even in number. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
