import type { Command } from 'commander';
import type { Questions } from './ask.ts';

/** Everything that a command takes from the world outside, so that tests and the GitHub Action can run it in process. */
export interface CliIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** The width of the terminal; absent elsewhere. */
  readonly columns?: number;
  stdout(text: string): void;
  stderr(text: string): void;
  /** The arguments as they were typed, and the clock. Where they are absent, nothing that is printed tells of the time. */
  readonly typed?: { readonly args: readonly string[]; now(): Date };
  /** The whole of standard input. */
  readStdin(): Promise<string>;
  /** Set to learn what a command takes instead of running it. */
  describe?(command: Command): void;
  /** Who answers the questions of `init`; the terminal by default. */
  readonly questions?: Questions;
}

/** Exit codes of the contract: nothing at or above the failing severity, findings, wrong use. */
export const EXIT = { clean: 0, findings: 1, usage: 2 } as const;
