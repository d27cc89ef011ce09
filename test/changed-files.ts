import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Folder of a fixture that holds each file that the run changes or makes, as it is afterwards. */
const AFTER = 'after';
const NOT_INPUT = new Set(['args', 'report.txt', 'stdin', AFTER]);

/** Whether the command line changes files, so that it has to run in a copy. */
export function changesFiles(args: readonly string[]): boolean {
  return !args.includes('--diff') && args.some((arg) => /^--(fix|fix-unsafe|update-baseline)$/.test(arg));
}

/** A copy of the fixture's input in a new folder for temporary files. */
export function copyInput(folder: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'chartlint-fixture-'));
  for (const name of readdirSync(folder)) {
    if (!NOT_INPUT.has(name)) cpSync(path.join(folder, name), path.join(copy, name), { recursive: true });
  }
  return copy;
}

/** The files of the copy that differ from the fixture's input, by their path. */
export function changedIn(copy: string, folder: string): Map<string, string> {
  const changed = new Map<string, string>();
  for (const [file, text] of textsIn(copy)) {
    const original = path.join(folder, file);
    if (!existsSync(original) || readFileSync(original, 'utf8') !== text) changed.set(file, text);
  }
  return changed;
}

/** What the fixture expects to change. */
export function expectedChanges(folder: string): Map<string, string> {
  return textsIn(path.join(folder, AFTER));
}

/** Makes what changed what the fixture expects. */
export function updateExpected(folder: string, changed: ReadonlyMap<string, string>): void {
  rmSync(path.join(folder, AFTER), { recursive: true, force: true });
  for (const [file, text] of changed) {
    const target = path.join(folder, AFTER, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function textsIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]),
  );
}
