import type { CliIo } from './cli-io.ts';

/** A command besides linting. */
export interface CommandModule {
  /** `commands`: those besides linting, for what tells of all. */
  run(args: readonly string[], io: CliIo, commands: Commands): Promise<number>;
}

/** Commands by the word that calls them. */
export type Commands = Readonly<Record<string, () => Promise<CommandModule>>>;
