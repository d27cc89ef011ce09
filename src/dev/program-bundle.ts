import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { type Plugin, rolldown } from 'rolldown';
import type { ShippedChartEntry } from '../chart/shipped-chart.ts';
import { lazyDocs } from './lazy-docs.ts';
import { lazyModules } from './lazy-modules.ts';
import { lazyYamlParser, yamlParserModule } from './lazy-yaml-parser.ts';
import { slimPrettierAlias } from './slim-prettier.ts';
import { throughLauncher } from './through-launcher.ts';

/** What every run that lints loads, in one file: a module more costs more than a function more. */
const LINTING = [
  'src/cli/run-lint.ts',
  'src/report/pretty.ts',
  'src/json-schema/interpret/interpret-schema.ts',
  'src/json-schema/regular-expression.ts',
  'src/rules/chart-values.ts',
];

/** What few runs that lint call: an error to explain, a template to read. */
const LATER = [
  'src/explain/explain-errors.ts',
  'src/templates/read/template-references.ts',
  'src/templates/read/chart-templates.ts',
  'src/templates/chart/definitions-in.ts',
];

/**
 * Writes the command line: `chartlint.cjs`, the command of the npm package, `cli.cjs`, which starts the program in JavaScript, `replay.cjs`, which tells a kept run again, `worker.cjs`, which
 * starts another thread, and `program/`, its modules. They are CommonJS, since only of scripts does every supported
 * version of Node let a program keep the compiled code.
 * @param minify false keeps names, and comments that say where each module starts, for profiles.
 */
export async function writeProgram(root: string, folder: string, minify = true): Promise<void> {
  const outdir = path.join(folder, 'program');
  const { plugin, chunkOf } = moduleGroups({
    // Without main.ts itself: another thread must not start what it starts.
    start: ['src/cli/run.ts', 'src/files/terminal.ts', 'src/files/write-all.ts'].map((file) =>
      path.join(root, file),
    ),
    lint: LINTING.map((file) => path.join(root, file)),
    ...(await chartModules(root)),
  });
  const bundle = await rolldown({
    cwd: root,
    input: { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
    platform: 'node',
    // Loaded only for TypeScript configs and plugins; it finds its compiler beside itself.
    external: ['jiti'],
    preserveEntrySignatures: false,
    transform: { target: 'node20.19' },
    // The main file of jsonc-parser asks for its modules in a way that no bundler sees.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js', ...slimPrettierAlias(root) } },
    plugins: [plugin, lazyDocs(), lazyYamlParser(), lazyModules(LATER.map((file) => path.join(root, file)))],
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    minify,
    entryFileNames: '[name].cjs',
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
    const code = throughLauncher(chunk.code, chunk.fileName);
    write(chunk.fileName, asFunction(minify ? await asAscii(code) : escaped(code)));
  }
  const { name, code } = await yamlParserModule();
  write(name, asFunction(code));
  const content = digest.digest('hex').slice(0, 16);
  await writeLauncher(root, path.join(folder, 'worker.cjs'), 'src/launch/worker.ts', content);
  await writeLauncher(root, path.join(folder, 'replay.cjs'), 'src/cache/replay-run.ts', content);
  const launcher = path.join(folder, 'cli.cjs');
  await writeLauncher(root, launcher, 'src/launch/main.ts', content, '#!/usr/bin/env node');
  chmodSync(launcher, 0o755);
  await writeCommand(root, path.join(folder, 'chartlint.cjs'));
  // For those who start the file by the name that it had before.
  const link = path.join(folder, 'cli.js');
  writeFileSync(link, "#!/usr/bin/env node\nimport './cli.cjs';\n");
  chmodSync(link, 0o755);
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
        const own = isShared(id, chunk) ? 'lint' : chunk;
        chunks.set(id, own);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported, own);
      };
      for (const [chunk, ids] of Object.entries(roots)) for (const id of ids) visit(id, chunk);
    },
  };
  return { plugin, chunkOf: (id) => chunks.get(id) ?? null };
}

/** The module of each shipped chart's newest state, by the chart: its rules go into the same file. */
async function chartModules(root: string): Promise<Record<string, string[]>> {
  // Generated by the same build.
  const { shippedCharts } = await import('../generated/shipped-charts.ts');
  const newest = ({ name, states }: ShippedChartEntry): string => `${name}.${states.at(-1)!.state}.ts`;
  return Object.fromEntries(
    shippedCharts.map((chart) => [chart.name, [path.join(root, 'src', 'generated', newest(chart))]]),
  );
}

/** What rules of several charts may use; what is about one chart carries its name. */
function isShared(id: string, chart: string): boolean {
  const [, name] = /[\\/]src[\\/]rules[\\/]([^\\/]+)\.ts$/.exec(id) ?? [];
  return name !== undefined && !name.startsWith(`${chart}-`);
}

/** The loader reads bytes as they are. */
async function asAscii(code: string): Promise<string> {
  const options = { minifyWhitespace: true, platform: 'node', target: 'node20.19' } as const;
  return (await transform(code, options)).code;
}

/** The same with its comments, by which profiles name modules. */
function escaped(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As `ProgramLoader` calls it. Written here, so that no run has to copy the text. */
function asFunction(code: string): string {
  return `(function(exports,require,module,__filename,importModule){${code}\n})`;
}

/** The command of the npm package. It must be read by every Node that somebody may have. */
async function writeCommand(root: string, outfile: string): Promise<void> {
  const { version, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
    engines: { node: string };
  };
  const [least = ''] = /[\d.]+/.exec(engines.node) ?? [];
  await build({
    absWorkingDir: root,
    entryPoints: ['src/npm/main.ts'],
    outfile,
    external: ['./cli.cjs'],
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node8',
    // Node 12 and older know no `node:`.
    alias: { 'node:fs': 'fs', 'node:path': 'path', 'node:child_process': 'child_process' },
    define: { VERSION: JSON.stringify(version), LEAST_NODE: JSON.stringify(least) },
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  });
  chmodSync(outfile, 0o755);
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
