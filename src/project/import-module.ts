import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JitiOptions } from 'jiti';
import { executableBuild } from '../files/executable-build.ts';
import type { FileSystem } from '../files/file-system.ts';
import { packageRoot } from '../files/package-root.ts';
import { importInExecutable } from './import-in-executable.ts';
import { ModuleProblem } from './module-problem.ts';
import { noteModules } from './note-modules.ts';
import { reasonOf } from './reason-of.ts';

/**
 * The default export (else the exports) of a module, named by an absolute path, or by a package or relative path as seen
 * from the file `from`. TypeScript goes through jiti, which is loaded only then, so that Node 20 reads it, too;
 * the runtime of the executable reads it itself.
 * Throws a ModuleProblem when the module cannot be loaded; it calls the module `shown`. The executable stops its code after `most` milliseconds.
 */
export async function importModule(
  files: FileSystem,
  name: string,
  from: string,
  { shown = name, most }: { readonly shown?: string; readonly most?: number } = {},
): Promise<unknown> {
  const target =
    path.isAbsolute(name) || name.startsWith('.') ? path.resolve(path.dirname(from), name) : undefined;
  if (target !== undefined && !files.exists(target)) throw new ModuleProblem(shown, 'does not exist');
  noteModules(files, target ?? name, from);
  try {
    const exported: unknown =
      executableBuild !== undefined
        ? await importInExecutable(target ?? name, from, most)
        : target !== undefined && /\.m?js$/.test(target)
          ? await import(pathToFileURL(target).href)
          : await throughJiti(target ?? name, from);
    return isObject(exported) && 'default' in exported ? exported.default : exported;
  } catch (error) {
    throw new ModuleProblem(shown, 'cannot be loaded', reasonOf(error));
  }
}

async function throughJiti(target: string, from: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const options: JitiOptions = {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    alias: ownPackage(),
  };
  return createJiti(pathToFileURL(from).href, options).import(target);
}

/** `import { defineRule } from 'chartlint'` means this very program, wherever the file lies. */
function ownPackage(): Record<string, string> {
  const dist = path.join(packageRoot(), 'dist');
  const alias: Record<string, string> = {};
  for (const [name, file] of [
    ['chartlint/testing', 'testing.js'],
    ['chartlint', 'index.js'],
  ] as const) {
    if (existsSync(path.join(dist, file))) alias[name] = path.join(dist, file);
  }
  return alias;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
