import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { slimPrettier } from './slim-prettier.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
}

/** Part of the code that ajv makes of the schemas for schemas. */
const AJV = 'node_modules/ajv';

/** The text of `BUNDLED.md`: the packages of which code is in what chartlint publishes, with their licences. */
export async function bundledPackages(root: string): Promise<string> {
  const inputs = await inputsOf(root);
  const folders = [...new Set([AJV, ...inputs.flatMap((file) => packageFolder(file) ?? [])])].sort();
  const packages = folders.map((folder) => {
    const at = path.join(root, folder);
    const manifest = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8')) as Manifest;
    const file = readdirSync(at).find((name) => /^licen[cs]e/i.test(name));
    return { ...manifest, text: file === undefined ? undefined : readFileSync(path.join(at, file), 'utf8') };
  });
  return [
    '# What is bundled',
    '',
    'chartlint brings the code of these packages along. The list is written by `npm run generate`.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...packages.map(
      ({ name, version, license = 'see below' }) =>
        `| [${name}](https://www.npmjs.com/package/${name}/v/${version}) | ${version} | ${license} |`,
    ),
    '',
    ...packages.flatMap(({ name, license = 'no licence named', text }) => [
      `## ${name}`,
      '',
      ...(text === undefined
        ? [`${license}.`]
        : ['```text', text.trim().replaceAll(/[ \t\r]+$/gm, ''), '```']),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** The files that the program and the library are made of, relative to the root. */
async function inputsOf(root: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts', 'src/api-node/lint.ts', 'src/testing/rule-tester.ts', 'src/index.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    external: ['jiti'],
    plugins: [slimPrettier(root)],
    logLevel: 'warning',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
}

/** `node_modules/@noble/hashes` of a file in it, the innermost where packages lie in packages. */
function packageFolder(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}
