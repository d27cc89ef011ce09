import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * Leaves Node's own modules to Node. CommonJS packages call `require` for them, which an ES module lacks: they get what an import
 * gives.
 */
export function nodeBuiltins(): Plugin {
  return {
    name: 'node-builtins',
    setup(build) {
      build.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind, namespace }) => {
        if (!isBuiltin(path)) return undefined;
        const name = path.replace(/^node:/, '');
        if (namespace === 'required') return { path: name, namespace: 'imported' };
        return kind === 'require-call'
          ? { path: name, namespace: 'required' }
          : { path: `node:${name}`, external: true };
      });
      build.onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({
        contents: `module.exports = require('node:${path}').default;`,
      }));
      build.onLoad({ filter: /./, namespace: 'imported' }, ({ path }) => ({
        contents: `export { default } from 'node:${path}';`,
      }));
    },
  };
}
