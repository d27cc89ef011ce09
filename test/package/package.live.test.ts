import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LintReport } from '../../src/api/lint-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args, '--loglevel', 'error', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
  });

/** A program that uses everything that the package exports. */
const CONSUMER = `
import { defineConfig, defineRule, fix, lint, type Config, type LintReport, type Rule } from 'chartlint';
import type { ColonyosValues, ZymtraceValues } from 'chartlint/charts';
import { lint as lintFiles, UsageError } from 'chartlint/node';
import { testRule } from 'chartlint/testing';

const values: ColonyosValues = { colonies: { replicas: 3, backends: { http: { tls: true } } } };
// @ts-expect-error replicas are a number
const wrong: ColonyosValues = { colonies: { replicas: 'three', backends: { http: { tls: true } } } };
const mode: NonNullable<NonNullable<ZymtraceValues['clickhouse']>['mode']> = 'use_existing';
const rule: Rule = defineRule({
  id: 'sample',
  severity: 'warning',
  recommended: true,
  docs: { summary: 'Reports replicas.', why: 'A sample.', source: 'None.' },
  examples: { bad: [{ values: 'replicas: 2\\n' }], good: [{ values: 'replicas: 3\\n' }] },
  *check(release) {
    if (release.values.data.replicas === 2) yield { at: ['replicas'], message: 'two' };
  },
});
const config: Config = defineConfig({ plugins: [{ name: 'acme', rules: [rule] }], rules: { 'acme/sample': 'error' } });
const report: LintReport = await lint([{ file: 'a.yaml', text: 'replicas: 2\\n' }], { config });
const { files } = await fix([{ file: 'a.yaml', text: 'replicas: 2\\n' }]);
const onDisk = await lintFiles(['values.yaml'], { chart: 'colonyos' });
await testRule(rule, { good: [{ name: 'three', values: 'replicas: 3\\n' }], bad: [] }).catch(() => {});
const refused = await lintFiles(['nowhere.yaml']).catch((error: unknown) => error instanceof UsageError);
console.log(JSON.stringify({
  mode, wrong: wrong !== values, refused, files: files.length,
  found: report.findings.map(({ rule, severity, line }) => [rule, severity, line]),
  disk: onDisk.findings.some(({ rule }) => rule === 'schema/type'),
}));
`;

describe('the packed package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-package-'));
  const consumer = path.join(folder, 'consumer');
  let tarball = '';

  beforeAll(() => {
    const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root)) as {
      filename: string;
      files: { path: string }[];
    }[];
    if (!packed?.files.some((file) => file.path === 'dist/index.js'))
      throw new Error('dist/ is not built: run npm run build');
    tarball = path.join(folder, packed.filename);
    mkdirSync(consumer);
    writeFileSync(path.join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module' }));
    npm(['install', '--prefer-offline', tarball], consumer);
    writeFileSync(path.join(consumer, 'main.ts'), CONSUMER);
    writeFileSync(path.join(consumer, 'values.yaml'), 'colonies:\n  replicas: two\n');
    // The compiler and the types of Node, as a consumer would install them.
    mkdirSync(path.join(consumer, 'node_modules', '@types'));
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(path.join(root, 'node_modules', name), path.join(consumer, 'node_modules', name));
    // npm packs and installs, on a machine that does other things as well.
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('brings along only what is not bundled: the reader of TypeScript configurations', () => {
    const installed = readdirSync(path.join(consumer, 'node_modules')).filter((name) => /^[a-z]/.test(name));
    expect(installed.sort()).toEqual(['chartlint', 'jiti', 'undici-types']);
  });

  it('is what publint expects of a package', async () => {
    const bytes = readFileSync(tarball);
    const archive = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball: archive }, strict: true });
    expect(messages).toEqual([]);
  });

  it('has the right types, as attw sees it', () => {
    const text = execFileSync(bin('attw'), [tarball, '--profile', 'node16', '--format', 'json'], {
      encoding: 'utf8',
    });
    const { analysis } = JSON.parse(text) as {
      analysis: { entrypoints: object; problems: { kind: string; resolutionKind?: string }[] };
    };
    expect(Object.keys(analysis.entrypoints)).toEqual(
      expect.arrayContaining(['.', './node', './charts', './testing']),
    );
    expect(analysis.problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([]);
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('compiles in a strict project (module %s, resolution %s)', (module, moduleResolution) => {
    const compilerOptions = {
      target: 'es2023',
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      types: ['node'],
      outDir: `out-${moduleResolution}`,
    };
    const config = path.join(consumer, `tsconfig.${moduleResolution}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    const compile = (): string => execFileSync(bin('tsc'), ['-p', config], { encoding: 'utf8' });
    expect(compile()).toBe('');
    const ran = execFileSync(process.execPath, [`out-${moduleResolution}/main.js`], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect(JSON.parse(ran)).toMatchObject({
      mode: 'use_existing',
      wrong: true,
      refused: true,
      files: 1,
      found: expect.arrayContaining([['acme/sample', 'error', 1]]),
      disk: true,
    });
  });

  it('has types for CommonJS', () => {
    const lines = [
      "import { lint, type LintReport } from 'chartlint';",
      "import node = require('chartlint/node');",
      "const report: Promise<LintReport> = lint([{ file: 'a.yaml', text: 'colonies: {replicas: two}\\n' }]);",
      'report.then(({ findings }) => console.log(findings.length > 0, typeof node.lint));',
    ];
    writeFileSync(path.join(consumer, 'main.cts'), lines.join('\n'));
    const flags = ['--strict', '--target', 'es2023', '--module', 'node16', '--types', 'node'];
    execFileSync(bin('tsc'), [...flags, 'main.cts'], { cwd: consumer, encoding: 'utf8' });
    const ran = execFileSync(process.execPath, ['main.cjs'], { cwd: consumer, encoding: 'utf8' });
    expect(ran).toBe('true function\n');
  });

  it('runs as a command and as a requirement of CommonJS', () => {
    const chartlint = (...args: string[]): string =>
      execFileSync(path.join(consumer, 'node_modules', '.bin', 'chartlint'), args, {
        cwd: consumer,
        encoding: 'utf8',
      });
    expect(chartlint('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(chartlint('init', '--dry-run')).toContain('+++ b/.pre-commit-config.yaml');
    expect(chartlint('schema', 'colonyos', '--overlay')).toContain('"markdownDescription"');
    expect(chartlint('types', 'colonyos')).toContain('export interface ColonyosValues {');
    const script = "console.log(typeof require('chartlint').lint, typeof require('chartlint/node').lint)";
    const required = execFileSync(process.execPath, ['-e', script], { cwd: consumer, encoding: 'utf8' });
    expect(required).toBe('function function\n');
  });

  it('bundles for browsers: the main entry needs nothing of Node', async () => {
    const contents = "import { lint } from 'chartlint'; globalThis.lint = lint;";
    const { metafile, outputFiles } = await build({
      stdin: { contents, resolveDir: consumer },
      bundle: true,
      format: 'iife',
      platform: 'browser',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const bundled = Object.keys(metafile.inputs).filter((file) => file.includes('chartlint/dist/'));
    expect(bundled.length).toBeGreaterThan(10);
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    expect(imports.filter(({ external }) => external)).toEqual([]);
    // A page has neither process nor Buffer nor require.
    const page = createContext({ structuredClone, URL, URLSearchParams, TextEncoder, TextDecoder });
    runInContext(outputFiles[0]?.text ?? '', page);
    const script = "lint([{ file: 'a.yaml', text: 'colonies: {replicas: two}\\n' }], { chart: 'colonyos' })";
    const report = (await runInContext(script, page)) as LintReport;
    expect(report.findings.map(({ rule }) => rule)).toContain('schema/type');
    expect(await report.format('html')).toContain('</html>');
  });
});
