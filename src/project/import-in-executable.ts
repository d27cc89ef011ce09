import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The part of Bun that is used. */
declare const Bun: { resolveSync(name: string, folder: string): string };

/** What was imported before: a second time means that somebody watches and that it may have changed. */
const imported = new Set<string>();

/**
 * The exports of a module, TypeScript as well, in the executable, whose runtime reads both. `target` is an absolute path, or the
 * name of a package as seen from the file `from`. Throws what the module throws.
 */
export async function importInExecutable(target: string, from: string): Promise<unknown> {
  const file = path.isAbsolute(target) ? target : Bun.resolveSync(target, path.dirname(from));
  if (imported.has(file)) forgetModules();
  imported.add(file);
  return import(pathToFileURL(file).href);
}

/** Lets everything be read anew that was loaded from the disk. What is inside of the executable is not in this list. */
function forgetModules(): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) delete cache[file];
}
