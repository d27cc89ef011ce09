import path from 'node:path';
import { refuseInputs } from '../files/refuse-inputs.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { CliIo } from './cli-io.ts';

/**
 * Writes what a command makes to the file that `--output` names, or prints it. Throws a UsageError when the file cannot be
 * written, or is one of those (absolute) that the text was made from.
 */
export function writeOutput(
  output: string | undefined,
  text: string,
  read: ReadonlySet<string>,
  { cwd, stdout }: Pick<CliIo, 'cwd' | 'stdout'>,
): void {
  if (output === undefined) {
    stdout(text);
    return;
  }
  const file = path.resolve(cwd, output);
  refuseInputs([file], read, cwd);
  writeFileAtomically(file, text, { cwd });
}
