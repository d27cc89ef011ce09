import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bunRuntime } from './bun-runtime.ts';
import { EXECUTABLE_TARGETS, type ExecutableTarget, hostTarget, targetNamed } from './executable-targets.ts';
import { stageSources } from './stage-sources.ts';

/** What the program reads beside itself. */
const ASSETS = ['schemas/config.schema.json', 'schemas/report.schema.json'];

/** The same sources, packages and runtime make the same bytes; nothing of the folder of a user changes what a run does. */
const OPTIONS = [
  '--compile',
  '--root=.',
  '--minify',
  '--keep-names',
  '--splitting',
  '--format=esm',
  '--bytecode',
  // Deeper functions are compiled when they are called: most of the program is not, in any one run.
  '--bytecode-depth=3',
  // Machine code 200 times later than usual: most runs are over before it pays. A long run asks for it (`preferMachineCode`).
  '--compile-jit-policy=200',
  // Never from the folder where somebody runs it.
  '--no-compile-autoload-dotenv',
  '--no-compile-autoload-bunfig',
  '--no-compile-autoload-tsconfig',
  // Says where the files of a package are that a plugin imports.
  '--compile-autoload-package-json',
  // A plugin that imports a package that is not installed must not make the runtime fetch it.
  '--compile-exec-argv=--no-install',
  // The runtime reads TypeScript itself.
  '--external=jiti',
  // Types of values are formatted as TypeScript; prettier never asks for its other languages then.
  ...'acorn angular babel flow glimmer graphql html markdown meriyah postcss yaml'
    .split(' ')
    .map((language) => `--external=*/plugins/${language}.mjs`),
];

/**
 * Writes `dist/chartlint-<target>`, the command line with its runtime in one file, for this machine, or for the targets that are
 * named: `npm run executable -- linux-arm64 windows-x64`, or `all`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const names = process.argv.slice(2);
const targets =
  names.length === 0 ? [hostTarget()] : names.includes('all') ? EXECUTABLE_TARGETS : names.map(targetNamed);
const build = sourcesDigest();
const dist = path.join(root, 'dist');
mkdirSync(dist, { recursive: true });
const sources = stageSources(root, path.join(dist, '.executable-sources'));
try {
  for (const target of targets) compile(target);
} finally {
  rmSync(sources, { recursive: true });
}

function compile(target: ExecutableTarget): void {
  const name = `chartlint-${target.name}${target.os === 'win32' ? '.exe' : ''}`;
  const folder = mkdtempSync(path.join(dist, '.executable-'));
  // A folder keeps its name in the executable, a single file does not keep its folder.
  const assets = path.join(folder, 'schemas');
  mkdirSync(assets);
  for (const file of ASSETS) copyFileSync(path.join(root, file), path.join(assets, path.basename(file)));
  execFileSync(
    bunRuntime(root, hostTarget()),
    [
      'build',
      ...OPTIONS,
      `--asset=${assets}`,
      `--define=EXECUTABLE_BUILD=${JSON.stringify(build)}`,
      `--target=bun-${target.name}`,
      `--compile-executable-path=${bunRuntime(root, target)}`,
      `--outfile=${path.join(folder, name)}`,
      'src/executable/main.ts',
      'src/executable/worker.ts',
    ],
    { cwd: sources, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  renameSync(path.join(folder, name), path.join(dist, name));
  rmSync(folder, { recursive: true });
  process.stdout.write(`${path.relative(root, path.join(dist, name))}\n`);
}

/** Names everything that the program is made of. */
function sourcesDigest(): string {
  const digest = createHash('sha256');
  const files = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of [...files.sort(), ...ASSETS, 'package.json', 'package-lock.json'])
    digest
      .update(`${path.relative(root, path.resolve(root, file))}\0`)
      .update(readFileSync(path.resolve(root, file)));
  return digest.digest('hex').slice(0, 16);
}
