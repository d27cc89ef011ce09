import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTime, TooLong } from './in-time.ts';

/** The part of Bun that is used. */
declare const Bun: { resolveSync(name: string, folder: string): string };

/** What was imported before: a second time means that somebody watches and that it may have changed. */
const imported = new Set<string>();

/**
 * The exports of a module, TypeScript as well, in the executable, whose runtime reads both. `target` is an absolute path, or the
 * name of a package as seen from the file `from`. Throws what the module throws, and a TooLong where its code, or what follows at once,
 * does not end in `most` milliseconds; code that waits for something else first is not stopped.
 */
export async function importInExecutable(
  target: string,
  from: string,
  most: number | undefined,
): Promise<unknown> {
  const file = path.isAbsolute(target) ? target : Bun.resolveSync(target, path.dirname(from));
  if (imported.has(file)) forgetModules();
  imported.add(file);
  if (most !== undefined) evaluateInTime(file, most);
  return import(pathToFileURL(file).href);
}

/** Only what is called can be stopped, and no import is a call. The module is evaluated once; its errors are those of the import after it. */
function evaluateInTime(file: string, most: number): void {
  const require = createRequire(import.meta.url);
  const { drainMicrotasks } = require('bun:jsc') as { drainMicrotasks(): void };
  try {
    inTime(most, () => {
      try {
        require(file);
      } finally {
        drainMicrotasks();
      }
    });
  } catch (error) {
    if (error instanceof TooLong) throw error;
  }
}

/** Lets everything be read anew that was loaded from the disk. What is inside of the executable is not in this list. */
function forgetModules(): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) delete cache[file];
}
