/** A flag as shells complete it. */
export interface FlagShape {
  /** `-o` and `--output`. */
  readonly names: readonly string[];
  readonly description: string;
  /** Whether a value follows. */
  readonly value: 'none' | 'optional' | 'required';
  readonly completes: Completes;
}

/** What the value of a flag, or an argument, can be. */
export interface Completes {
  readonly words: readonly string[];
  readonly files: boolean;
}

/** A command as shells complete it. Linting, which has no name of its own, is called `lint` nowhere but here. */
export interface CommandShape {
  /** Undefined for linting. */
  readonly name: string | undefined;
  readonly description: string;
  readonly flags: readonly FlagShape[];
  readonly argument: Completes;
}

/** The names of the flags of a command. */
export function flagNames({ flags }: CommandShape): string[] {
  return flags.flatMap(({ names }) => names);
}
