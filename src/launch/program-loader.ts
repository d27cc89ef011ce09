import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';
import { lazyChildProcess } from './lazy-child-process.ts';

interface LoadedModule {
  exports: unknown;
}

/** A module of the program as a function, as Node wraps CommonJS; `importModule` is `import()`, which kept code lacks. */
type ModuleFunction = (
  exports: unknown,
  require: (name: string) => unknown,
  module: LoadedModule,
  filename: string,
  importModule: (name: string) => Promise<unknown>,
) => void;

/** Loads the modules that `npm run build` made in one folder, as `require` does but for the compiled code that is at hand. */
export class ProgramLoader {
  readonly #folder: string;
  readonly #cache: CodeCache;
  readonly #modules = new Map<string, LoadedModule>();

  constructor(folder: string, cache: CodeCache) {
    this.#folder = folder;
    this.#cache = cache;
  }

  /** The exports of a module, by its path in the folder. Throws what the module throws. */
  load(file: string): unknown {
    const known = this.#modules.get(file);
    if (known !== undefined) return known.exports;
    const module: LoadedModule = { exports: {} };
    this.#modules.set(file, module);
    const filename = path.join(this.#folder, file);
    const text = readFileSync(filename);
    const cachedData = this.#cache.codeOf(file, text);
    // The build writes ASCII, and V8 takes such text as it is.
    const script = new Script(text.toString('latin1'), {
      filename,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    this.#cache.add(file, text, script);
    const below = (name: string): unknown => {
      if (name.startsWith('.')) return this.load(path.posix.join(path.posix.dirname(file), name));
      return name.endsWith('child_process') ? lazyChildProcess() : require(name);
    };
    (script.runInThisContext() as ModuleFunction)(
      module.exports,
      below,
      module,
      filename,
      (name) => import(name),
    );
    return module.exports;
  }
}
