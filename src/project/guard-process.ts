import { forbidExit } from '../files/end-process.ts';
import { writeAll } from '../files/write-all.ts';
import { maskText } from '../model/mask-text.ts';

/** A plugin that is loaded: how the configuration calls it, and where it lies. */
interface Guarded {
  readonly name: string;
  readonly file: string;
}

const guarded: Guarded[] = [];
let isArmed = false;
let hasFailed = false;

/** For the program alone: what calls chartlint as a library keeps its process as it is. */
export function armProcessGuard(): void {
  isArmed = true;
}

/**
 * From here on a plugin ends nothing: neither a call of `process.exit`, whoever makes it, nor an error outside of its rules, in a
 * timer or a promise. Such a plugin is named on standard error.
 */
export function guardProcess(name: string, file: string): void {
  if (!isArmed) return;
  if (guarded.length === 0) {
    forbidExit();
    process.on('uncaughtException', tell);
    process.on('unhandledRejection', tell);
  }
  guarded.push({ name, file });
}

/** Whether code of plugins may still be running. */
export function hasPlugins(): boolean {
  return guarded.length > 0;
}

/** Whether a plugin failed outside of its rules: the run then ends with 2. */
export function failedOutsideOfRules(): boolean {
  return hasFailed;
}

function tell(error: unknown): void {
  hasFailed = true;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const named = guarded.find(({ file }) => stack.includes(file));
  // A call in last place leaves no trace in some runtimes, and what is no error has none.
  const culprit = named ?? (guarded.length === 1 ? guarded[0] : undefined);
  const who = culprit === undefined ? 'A plugin' : `The plugin "${culprit.name}"`;
  const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
  const words = `${who} failed outside of its rules: ${reason}. What it would have found is not known.`;
  writeAll(2, `chartlint: ${maskText(words, 'prose')}\n`);
}
