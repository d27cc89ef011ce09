import { spawnSync } from 'node:child_process';

/** A command line: the program, then its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** What one run of a whole process took. */
export interface TimedRun {
  readonly wallMs: number;
  readonly status: number | null;
  /** Peak resident memory in bytes, by the process's own account; undefined for programs other than Node. */
  readonly peak: number | undefined;
}

/** Prints the peak as the last line of standard error; kibibytes by Node's documentation of `resourceUsage`. */
const REPORT = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak='+process.resourceUsage().maxRSS))`;

/** What else there is to say about a run. */
export interface TimedOptions {
  readonly withPeak?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command once and waits for it. Throws when it cannot be started or a signal ended it. */
export function runTimed(
  [program, ...args]: CommandLine,
  cwd: string,
  { withPeak = false, env = {} }: TimedOptions = {},
): TimedRun {
  const allArgs = withPeak ? ['--import', REPORT, ...args] : args;
  const start = process.hrtime.bigint();
  const { status, stderr, error, signal } = spawnSync(program, allArgs, {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined) throw error;
  if (signal !== null) throw new Error(`${program} ${args.join(' ')}: ended by ${signal}`);
  const peak = /peak=(\d+)$/.exec(stderr.toString('latin1'))?.[1];
  return { wallMs, status, peak: peak === undefined ? undefined : Number(peak) * 1024 };
}
