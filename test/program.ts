import path from 'node:path';
import { fileURLToPath } from 'node:url';

const named = process.env.CHARTLINT_PROGRAM;

/** The executable under test, absolute: the file that `CHARTLINT_PROGRAM` names. Without it, what was built for Node is tested. */
export const executable: string | undefined = named ? path.resolve(named) : undefined;

/** How the command line is started as a program of its own: the program, and what comes before the arguments of a run. */
export const program: readonly [command: string, ...before: string[]] =
  executable === undefined
    ? [process.execPath, fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))]
    : [executable];
