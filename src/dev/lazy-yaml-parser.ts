import type { Plugin } from 'esbuild';
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from 'js-yaml';

const FUNCTIONS = ['parseEvents', 'getScalarValue'];
const CLASSES = ['YAMLException'];

/**
 * Puts off running js-yaml until the first text that needs it: most are read without it (`src/load/everyday/`). What `src/load`
 * imports of it is listed here; the build fails on anything else.
 */
export function lazyYamlParser(): Plugin {
  return {
    name: 'lazy-yaml-parser',
    setup(build) {
      build.onResolve({ filter: /^js-yaml$/ }, ({ kind }) =>
        kind === 'import-statement' ? { path: 'js-yaml', namespace: 'lazy' } : undefined,
      );
      build.onLoad({ filter: /^js-yaml$/, namespace: 'lazy' }, () => ({
        contents: standIn(),
        resolveDir: import.meta.dirname,
      }));
    },
  };
}

function standIn(): string {
  const constants = Object.entries({ COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE });
  return [
    ...constants.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
    ...FUNCTIONS.map((name) => `export const ${name} = (...args) => require('js-yaml').${name}(...args);`),
    ...CLASSES.map(
      (name) =>
        `export const ${name} = { [Symbol.hasInstance]: (value) => value instanceof require('js-yaml').${name} };`,
    ),
  ].join('\n');
}
