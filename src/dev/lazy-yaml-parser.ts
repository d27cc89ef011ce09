import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import type { Plugin } from 'rolldown';

const FUNCTIONS = ['parseEvents', 'getScalarValue'];
const CLASSES = ['YAMLException'];
const FILE = './js-yaml.cjs';
const STAND_IN = '\0lazy-js-yaml';

/**
 * Puts off loading js-yaml until the first text that needs it: most are read without it (`src/load/simple/`). What `src/load`
 * imports of it is listed here; the build fails on anything else.
 */
export function lazyYamlParser(): Plugin {
  return {
    name: 'lazy-yaml-parser',
    resolveId(id, importer = '') {
      // Libraries that parse YAML bring a version of their own.
      if (id === 'js-yaml' && !importer.includes('node_modules')) return STAND_IN;
      return id === FILE ? { id, external: true } : undefined;
    },
    load: (id) => (id === STAND_IN ? lazyYamlModule(FILE) : undefined),
  };
}

/** A module, as JavaScript, that exports what `src/load` uses of js-yaml and requires the parser when it is called. */
export function lazyYamlModule(parser: string): string {
  const constants = Object.entries({ COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE });
  const loaded = `require(${JSON.stringify(parser)})`;
  return [
    ...constants.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
    ...FUNCTIONS.map((name) => `export const ${name} = (...args) => ${loaded}.${name}(...args);`),
    ...CLASSES.map(
      (name) =>
        `export const ${name} = { [Symbol.hasInstance]: (value) => value instanceof ${loaded}.${name} };`,
    ),
  ].join('\n');
}

/** The file that the stand-in loads, as text. */
export async function yamlParserModule(): Promise<{ readonly name: string; readonly code: string }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${[...FUNCTIONS, ...CLASSES].join(', ')} } from 'js-yaml';`,
      resolveDir: path.dirname(fileURLToPath(import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
  });
  return { name: path.basename(FILE), code: outputFiles[0]!.text };
}
