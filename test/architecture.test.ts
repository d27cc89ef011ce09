import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '../src/cache/run-key.ts';
import { environmentReads, impureUses } from './module-uses.ts';
import { importCycles, type SourceModule, sourceModules } from './source-modules.ts';

/** Who may import whom; a folder may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['model', 'config', 'api'],
  model: [],
  files: ['model'],
  load: ['model'],
  versions: [],
  patterns: ['model'],
  merge: ['model', 'versions'],
  'json-schema': ['model', 'patterns'],
  templates: ['model', 'patterns', 'load', 'merge', 'versions'],
  explain: ['model', 'json-schema'],
  schema: ['model', 'patterns', 'json-schema'],
  kubernetes: ['model'],
  recognize: ['model', 'templates'],
  documents: ['model', 'files', 'load', 'merge'],
  gitops: ['model', 'patterns', 'files', 'load', 'merge', 'documents', 'versions'],
  report: ['model'],
  init: ['model'],
  drift: ['model', 'load', 'merge', 'json-schema'],
  completion: [],
  // Of the charts only the generated types of their values.
  rules: ['model', 'charts'],
  'check-docs': ['model'],
  config: ['model', 'json-schema', 'explain'],
  charts: [],
  chart: [
    'model',
    'files',
    'load',
    'versions',
    'json-schema',
    'explain',
    'templates',
    'schema',
    'documents',
    'config',
    'generated',
  ],
  generated: ['model', 'json-schema', 'rules', 'chart'],
  lint: [
    'model',
    'merge',
    'versions',
    'json-schema',
    'templates',
    'kubernetes',
    'recognize',
    'explain',
    'chart',
    'config',
  ],
  project: [
    'model',
    'files',
    'load',
    'merge',
    'json-schema',
    'explain',
    'documents',
    'config',
    'init',
    'chart',
    'generated',
    'gitops',
    'lint',
  ],
  session: [
    'model',
    'files',
    'cache',
    'json-schema',
    'explain',
    'documents',
    'config',
    'chart',
    'gitops',
    'lint',
    'project',
  ],
  // Starts the program before anything of it is loaded.
  launch: ['files', 'cache'],
  // Starts the executable or the program, whichever there is.
  npm: [],
  // What is kept of runs; replaying one loads nothing else.
  cache: ['files'],
  // The same program with a runtime of its own.
  executable: ['cache', 'cli', 'index.ts', 'testing'],
  action: ['cli'],
  api: [
    'model',
    'check-docs',
    'config',
    'load',
    'merge',
    'json-schema',
    'explain',
    'chart',
    'rules',
    'lint',
    'report',
    'generated',
    'files',
    'project',
    'session',
  ],
  'api-node': ['api', 'config', 'files', 'project', 'session', 'cli'],
  testing: ['model', 'config', 'load', 'templates', 'chart', 'lint', 'generated'],
  cli: [
    'merge',
    'templates',
    'files',
    'cache',
    'model',
    'check-docs',
    'config',
    'lint',
    'report',
    'rules',
    'chart',
    'project',
    'session',
    'generated',
    'schema',
    'drift',
    'init',
    'api',
    'completion',
  ],
};

/** Packages that only one folder may import, so that exchanging one means changing one folder. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['load', 'dev'],
  'smol-toml': ['templates'],
  ajv: ['dev'],
  'ajv-formats': ['dev'],
  'ajv-draft-04': ['dev'],
  commander: ['cli'],
  chalk: ['cli'],
  'fast-glob': ['files', 'project'],
  jiti: ['project'],
  'json-schema-to-typescript': ['cli'],
  prettier: ['dev'],
  '@clack/prompts': ['cli'],
  'jsonc-parser': ['init', 'load'],
  '@noble/hashes': ['rules', 'templates'],
  '@noble/ciphers': ['templates'],
  re2js: ['templates'],
  '@noble/secp256k1': ['rules'],
};

const PURE = [
  'index.ts',
  'model',
  'versions',
  'load',
  'merge',
  'json-schema',
  'templates',
  'explain',
  'recognize',
  'rules',
  'check-docs',
  'config',
  'lint',
  'report',
  'schema',
  'api',
  'init',
  'completion',
  'kubernetes',
  'gitops',
];

const sources = sourceModules();

const inFolders = (folders: readonly string[]): SourceModule[] =>
  sources.filter(({ folder }) => folders.includes(folder));

/** What people write; the rest is made from schemas. */
const written = sources.filter(({ folder }) => folder !== 'generated' && folder !== 'charts');

describe('architecture', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (folder) => {
    const allowed = new Set([folder, ...(MAY_IMPORT[folder] ?? [])]);
    const wrong = inFolders([folder]).flatMap(({ file, targets }) =>
      targets
        .filter((target) => !allowed.has(target.split('/')[0] ?? ''))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps each package behind the folder that owns it', () => {
    const wrong = sources.flatMap(({ file, folder, imports }) =>
      imports
        .map((target) => Object.keys(OWNERS).find((name) => target === name || target.startsWith(`${name}/`)))
        .filter((name) => name !== undefined && !OWNERS[name]?.includes(folder))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the core pure: no Node modules, no console, process, clock or chance', () => {
    expect(
      impureUses({
        file: 'a.ts',
        text: 'f(process.env.A, () => console.log("process.exit"), new Date(), new Date(0), Date.now(), Math.random());',
      }).sort(),
    ).toEqual(['Date.now', 'Math.random', 'console.log', 'new Date()', 'process.env']);
    const wrong = inFolders(PURE).flatMap((module) =>
      [...module.imports.filter((target) => target.startsWith('node:')), ...impureUses(module)].map(
        (use) => `${module.file} uses ${use}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('has no folder that collects leftovers, and no file past 300 lines', () => {
    const vague = sources.filter(({ file }) => /(^|\/)(utils?|helpers?|common|manager)(\/|\.ts$)/.test(file));
    const long = written.filter(({ lines }) => lines > 300);
    expect([...vague, ...long].map(({ file }) => file)).toEqual([]);
  });

  it('has files of a median under 60 lines', () => {
    const lengths = written.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60);
  });

  it('has no circle of imports, types and import() counted', () => {
    expect(
      importCycles([
        { file: 'a', targets: ['b'] },
        { file: 'b', targets: ['a'] },
      ]),
    ).toEqual([['a', 'b']]);
    expect(importCycles(sources)).toEqual([]);
  });

  it('lets what a run reads go through the FileSystem that is handed in, so that --cache knows of it', () => {
    // These read chartlint's own package or the cache itself.
    const others = ['project/import-module', 'session/lint-in-threads', 'session/release-cache'];
    const allowed = others.map((name) => `${name}.ts`);
    const readers = inFolders(['chart', 'documents', 'project', 'session'])
      .filter(({ imports }) => imports.some((target) => /^(node:)?fs(\/promises)?$/.test(target)))
      .map(({ file }) => file);
    expect(readers.sort()).toEqual(allowed.sort());
  });

  it('keys what is kept by every environment variable that linting reads', () => {
    expect(
      environmentReads({ file: 'a.ts', text: 'const { A, B: b } = io.env; f(env.C, env["D"], env[name]);' }),
    ).toEqual(['A', 'B', 'C', 'D', '*']);
    const read = inFolders(['chart', 'cli', 'documents', 'files', 'project', 'report', 'session'])
      // One lints nothing, the other says where things are kept, not what.
      .filter(({ file }) => file !== 'cli/run-init.ts' && file !== 'files/own-caches.ts')
      .flatMap(environmentReads);
    expect([...new Set(read)].sort()).toEqual([...ENVIRONMENT].sort());
  });

  it('has one sentence in CONTRIBUTING for every folder, and none for others', () => {
    const text = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');
    const rows = Array.from(text.matchAll(/^\| `([a-z-]+)\/` \| .+ \|$/gm), ([, folder]) => folder);
    const folders = new Set(sources.filter(({ file }) => file.includes('/')).map(({ folder }) => folder));
    expect(rows.sort()).toEqual([...folders].sort());
  });

  it('names every folder in the table', () => {
    const known = new Set([...Object.keys(MAY_IMPORT), 'dev']);
    expect(
      [...new Set(sources.filter(({ file }) => file.includes('/')).map(({ folder }) => folder))].filter(
        (folder) => !known.has(folder),
      ),
    ).toEqual([]);
  });
});
