import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeProgram } from './program-bundle.ts';
import { slimPrettier } from './slim-prettier.ts';
import { writeCommonJs } from './write-common-js.ts';
import { writeGenerated } from './write-generated.ts';
import { writeTypes } from './write-types.ts';

/** Compiles what is known about the shipped charts, then bundles the command line and the library into `dist/`. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
await writeGenerated(root);
// Built beside and then swapped in, so that a failed build leaves the last good one.
const built = `${dist}.${process.pid}`;
await build({
  absWorkingDir: root,
  entryPoints: {
    testing: 'src/testing/rule-tester.ts',
    node: 'src/api-node/lint.ts',
  },
  outdir: built,
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  format: 'esm',
  platform: 'node',
  // The main file of jsonc-parser asks for its modules in a way that no bundler sees.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  plugins: [slimPrettier(root)],
  // Loaded only for TypeScript configs and plugins; it finds its compiler beside itself.
  external: ['jiti'],
  // Bundled CommonJS packages call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
});
await writeProgram(root, built);
// For browsers as well: no Node module, no chunk shared with programs.
await build({
  absWorkingDir: root,
  entryPoints: { index: 'src/index.ts', charts: 'src/charts/charts.ts' },
  outdir: built,
  bundle: true,
  // Rules and charts come only when something is linted: a configuration that calls defineConfig loads none.
  splitting: true,
  chunkNames: 'anywhere/[name]-[hash]',
  minify: true,
  keepNames: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2023',
  logLevel: 'warning',
});
writeTypes(
  root,
  ['index.ts', 'testing/rule-tester.ts', 'api-node/lint.ts', 'charts/charts.ts'],
  path.join(built, 'types'),
);
writeCommonJs(built, ['index', 'node', 'charts', 'testing']);
rmSync(dist, { recursive: true, force: true });
renameSync(built, dist);
