import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type OutputFile, transform } from 'esbuild';
import { slimPrettier } from './slim-prettier.ts';

/** A chunk that another one loads when it is needed. */
const LAZY_CHUNK = /\bimport\((["'`])(\.[^"'`]+)\1\)/g;
/** A module that only Node finds. The launcher loads it as well: code that V8 kept from an earlier run cannot import. */
const OTHER_MODULE = /\bawait import\(/g;

/**
 * Writes the command line: `cli.cjs`, which starts it, `replay.cjs`, which tells a kept run again, `worker.cjs`, which
 * starts another thread, and `program/`, its modules. They are CommonJS, since only of scripts does every supported
 * version of Node let a program keep the compiled code.
 */
export async function writeProgram(root: string, folder: string): Promise<void> {
  const outdir = path.join(folder, 'program');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    // The main file of jsonc-parser asks for its modules in a way that no bundler sees.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    target: 'node20.19',
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
    define: { 'import.meta.url': 'importMetaUrl' },
    plugins: [slimPrettier(root)],
    // Loaded only for TypeScript configs and plugins; it finds its compiler beside itself.
    external: ['jiti'],
  });
  mkdirSync(outdir, { recursive: true });
  const scripts = await Promise.all(outputFiles.map(asScript));
  const digest = createHash('sha256');
  outputFiles.forEach(({ path: file }, i) => {
    digest.update(`${path.basename(file)}\0${scripts[i]}\0`);
    writeFileSync(file, scripts[i]!);
  });
  const name = digest.digest('hex').slice(0, 16);
  await writeLauncher(root, path.join(folder, 'worker.cjs'), 'src/launch/worker.ts', name);
  await writeLauncher(root, path.join(folder, 'replay.cjs'), 'src/cache/replay-run.ts', name);
  const launcher = path.join(folder, 'cli.cjs');
  await writeLauncher(root, launcher, 'src/launch/main.ts', name, '#!/usr/bin/env node');
  chmodSync(launcher, 0o755);
  // For those who start the file by the name that it had before.
  const link = path.join(folder, 'cli.js');
  writeFileSync(link, "#!/usr/bin/env node\nimport './cli.cjs';\n");
  chmodSync(link, 0o755);
}

async function asScript({ text }: OutputFile): Promise<string> {
  const lazy = text.replace(LAZY_CHUNK, 'importModule("$2")').replace(OTHER_MODULE, 'await importModule(');
  const options = { format: 'cjs', minify: true, platform: 'node', target: 'node20.19' } as const;
  return (await transform(lazy, options)).code;
}

async function writeLauncher(
  root: string,
  outfile: string,
  entry: string,
  name: string,
  banner = '',
): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    external: ['./replay.cjs'],
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    define: { BUILD: JSON.stringify(name) },
    logLevel: 'warning',
    banner: { js: banner },
  });
}
