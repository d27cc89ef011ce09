import { spawnSync } from 'node:child_process';
import { median } from './paired-ratio.ts';
import type { CommandLine } from './run-timed.ts';

/** What one run of a whole process took, in milliseconds. */
export interface Cost {
  readonly wall: number;
  /** In user and system mode, all threads together: says something on a machine that does much else as well. */
  readonly cpu: number;
}

/** Runs a command once and throws its output away; whatever it exits with. Needs bash. */
export function runCost(command: CommandLine, cwd: string): Cost {
  const { stderr, error } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1', 'bash', ...command],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  if (error !== undefined) throw error;
  const [wall = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  return { wall: wall * 1000, cpu: (user + system) * 1000 };
}

/** Medians over rounds in which every command runs once, so that all see the same load of the machine. */
export interface Compared {
  /** Of each command. */
  readonly costs: readonly Cost[];
  /** Of each command over the first one, pair by pair. */
  readonly ratios: readonly Cost[];
}

/** Runs the commands in turn. The first round is not counted: it fills caches. */
export function compareCosts(commands: readonly CommandLine[], cwd: string, rounds: number): Compared {
  for (const command of commands) runCost(command, cwd);
  const measured = Array.from({ length: rounds }, () => commands.map((command) => runCost(command, cwd)));
  const middle = (of: (round: readonly Cost[]) => number): number => median(measured.map(of));
  return {
    costs: commands.map((_, i) => ({
      wall: middle((round) => round[i]!.wall),
      cpu: middle((round) => round[i]!.cpu),
    })),
    ratios: commands.map((_, i) => ({
      wall: middle((round) => round[i]!.wall / round[0]!.wall),
      cpu: middle((round) => round[i]!.cpu / Math.max(1, round[0]!.cpu)),
    })),
  };
}
