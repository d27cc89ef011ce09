import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './lint-options.ts';

/** Writes the whole file or nothing: into a neighbour first, which then takes the file's place and keeps its mode. */
export function writeFileAtomically(file: string, text: string): void {
  const neighbour = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    writeFileSync(neighbour, text, mode === undefined ? {} : { mode });
    renameSync(neighbour, file);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw new UsageError(
      `"${file}" cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
