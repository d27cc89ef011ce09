import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Bundles `prettier-for-types.ts` in place of prettier. json-schema-to-typescript stays a development dependency that way:
 * as a runtime dependency it would bring 20 MB into every installation for one command.
 */
export function slimPrettierAlias(root: string): { readonly prettier: string } {
  return { prettier: path.join(root, 'src', 'dev', 'prettier-for-types.ts') };
}

/** The same for esbuild, whose aliases would also catch `prettier/…`. */
export function slimPrettier(root: string): Plugin {
  return {
    name: 'slim-prettier',
    setup(build) {
      build.onResolve({ filter: /^prettier$/ }, () => ({ path: slimPrettierAlias(root).prettier }));
    },
  };
}
