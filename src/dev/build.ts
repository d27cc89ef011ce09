import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { nodeBuiltins } from './node-builtins.ts';
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
    index: 'src/index.ts',
    charts: 'src/charts/charts.ts',
    node: 'src/api-node/lint.ts',
    testing: 'src/testing/rule-tester.ts',
  },
  outdir: built,
  bundle: true,
  // Rules and charts come only when something is linted: a configuration that calls defineConfig loads none.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minify: true,
  keepNames: true,
  format: 'esm',
  // What `index` and `charts` load is for browsers as well.
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2023',
  logLevel: 'warning',
  plugins: [nodeBuiltins(), slimPrettier(root)],
  // Loaded only for TypeScript configs and plugins; it finds its compiler beside itself.
  external: ['jiti'],
});
await writeProgram(root, built);
writeTypes(
  root,
  ['index.ts', 'testing/rule-tester.ts', 'api-node/lint.ts', 'charts/charts.ts'],
  path.join(built, 'types'),
);
writeCommonJs(built, ['index', 'node', 'charts', 'testing']);
rmSync(dist, { recursive: true, force: true });
renameSync(built, dist);
