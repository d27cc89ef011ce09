import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { type Plugin, rolldown } from 'rolldown';
import { lazyYamlParser, yamlParserModule } from './lazy-yaml-parser.ts';
import { slimPrettierAlias } from './slim-prettier.ts';

/** What every run that lints loads, in one file: a module more costs more than a function more. */
const LINTING = ['src/cli/run-lint.ts', 'src/report/pretty.ts', 'src/validate/code-point-length.ts'];

/**
 * Writes the command line: `cli.cjs`, which starts it, and `program/`, its modules. They are CommonJS, since only of scripts
 * does every supported version of Node let a program keep the compiled code.
 */
export async function writeProgram(root: string, folder: string): Promise<void> {
  const outdir = path.join(folder, 'program');
  const { plugin, chunkOf } = moduleGroups({
    main: [path.join(root, 'src/cli/main.ts')],
    lint: LINTING.map((file) => path.join(root, file)),
  });
  const bundle = await rolldown({
    cwd: root,
    input: { main: 'src/cli/main.ts' },
    platform: 'node',
    // Loaded only for TypeScript configs and plugins; it finds its compiler beside itself.
    external: ['jiti'],
    preserveEntrySignatures: false,
    transform: { target: 'node20.19' },
    // The main file of jsonc-parser asks for its modules in a way that no bundler sees.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js', ...slimPrettierAlias(root) } },
    plugins: [plugin, lazyYamlParser()],
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    minify: true,
    entryFileNames: 'main.cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'always loaded together', name: chunkOf }],
    },
  });
  await bundle.close();
  mkdirSync(outdir, { recursive: true });
  const digest = createHash('sha256');
  const write = (name: string, code: string): void => {
    digest.update(`${name}\0${code}\0`);
    writeFileSync(path.join(outdir, name), code);
  };
  for (const chunk of output) {
    if (chunk.type !== 'chunk') continue;
    // ASCII, as the loader expects it.
    const { code } = await transform(chunk.code, {
      minifyWhitespace: true,
      platform: 'node',
      target: 'node20.19',
    });
    write(chunk.fileName, code);
  }
  const { name, code } = await yamlParserModule();
  write(name, code);
  await writeLauncher(root, folder, digest.digest('hex').slice(0, 16));
}

/** Names the chunk of each module that the given modules import, other than by `import()`. The first name wins. */
function moduleGroups(roots: Readonly<Record<string, readonly string[]>>): {
  plugin: Plugin;
  chunkOf: (id: string) => string | null;
} {
  const chunks = new Map<string, string>();
  const plugin: Plugin = {
    name: 'module-groups',
    buildEnd() {
      const visit = (id: string, chunk: string): void => {
        if (chunks.has(id)) return;
        chunks.set(id, chunk);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported, chunk);
      };
      for (const [chunk, ids] of Object.entries(roots)) for (const id of ids) visit(id, chunk);
    },
  };
  return { plugin, chunkOf: (id) => chunks.get(id) ?? null };
}

async function writeLauncher(root: string, folder: string, name: string): Promise<void> {
  const launcher = path.join(folder, 'cli.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/launch/main.ts'],
    outfile: launcher,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    define: { BUILD: JSON.stringify(name) },
    logLevel: 'warning',
    banner: { js: '#!/usr/bin/env node' },
  });
  chmodSync(launcher, 0o755);
  // For those who start the file by the name that it had before.
  const link = path.join(folder, 'cli.js');
  writeFileSync(link, "#!/usr/bin/env node\nimport './cli.cjs';\n");
  chmodSync(link, 0o755);
}
