import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';

const STAND_IN = '\0lazy:';

/**
 * Puts off loading modules, and what only they import, until one of their functions is called: a chunk of their own that a stand-in
 * requires. For CommonJS output. The build fails on a module that exports anything but functions and types.
 * @param files paths of the modules, absolute
 */
export function lazyModules(files: readonly string[]): Plugin {
  const lazy = new Map(files.map((file) => [file, `lazy-${path.basename(file, '.ts')}.cjs`]));
  return {
    name: 'lazy-modules',
    buildStart() {
      for (const [id, fileName] of lazy)
        this.emitFile({ type: 'chunk', id, fileName, preserveSignature: 'strict' });
    },
    async resolveId(id, importer) {
      if ([...lazy.values()].some((file) => id === `./${file}`)) return { id, external: true };
      if (importer === undefined || !id.endsWith('.ts')) return undefined;
      const file = path.resolve(path.dirname(importer), id);
      return lazy.has(file) ? STAND_IN + file : undefined;
    },
    load(id) {
      if (!id.startsWith(STAND_IN)) return undefined;
      const file = id.slice(STAND_IN.length);
      const loaded = `require(${JSON.stringify(`./${lazy.get(file)}`)})`;
      return exportedFunctions(readFileSync(file, 'utf8'), file)
        .map((name) => `export const ${name} = (...args) => ${loaded}.${name}(...args);`)
        .join('\n');
    },
  };
}

/** The names of the functions that a module exports. Throws an Error for a module that exports something else that stays at run time. */
export function exportedFunctions(code: string, file: string): string[] {
  const names: string[] = [];
  const refuse = (): never => {
    throw new Error(`${file}: only exported functions can be loaded later`);
  };
  new Visitor({
    ExportNamedDeclaration({ declaration, exportKind }) {
      if (exportKind === 'type') return;
      if (declaration?.type === 'FunctionDeclaration') names.push(declaration.id!.name);
      else if (!declaration?.type.startsWith('TS')) refuse();
    },
    ExportDefaultDeclaration: refuse,
    ExportAllDeclaration: refuse,
  }).visit(parseSync(file, code).program);
  return names;
}
