import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseJsonc } from 'jsonc-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Questions } from '../../src/cli/ask.ts';
import type { InitParts } from '../../src/cli/init-flags.ts';
import { LanguageServer } from '../editor/language-server.ts';
import { type CliRun, runCli } from '../run-cli.ts';

const shop = fileURLToPath(new URL('../../fixtures/projects/schema-umbrella/shop', import.meta.url));
const COLONY = 'colonies:\n  replicas: 3\n  backends: {http: {tls: true}}\nnetwork:\n  hostname: a.example\n';

describe('chartlint init', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'chartlint-init-'));
    mkdirSync(path.join(root, '.git'));
    cpSync(shop, path.join(root, 'charts', 'shop'), { recursive: true });
    write('charts/shop/values-prod.yaml', 'replicas: 5\n');
    write('deploy/colony.values.yaml', COLONY);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const init = (...args: string[]): Promise<CliRun> => runCli(['init', ...args], root);
  const all = (): string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('charts') && !file.startsWith('deploy'))
      .sort();

  it('sets up everything with --yes, and has nothing to do the second time', async () => {
    const { stdout, exitCode } = await init('--yes');
    expect(exitCode).toBe(0);
    expect(all()).toEqual([
      '.chartlint/schemas/chartlint.config.schema.json',
      '.chartlint/schemas/colonyos.overlay.schema.json',
      '.chartlint/schemas/shop.overlay.schema.json',
      '.chartlint/schemas/shop.values.schema.json',
      '.github/workflows/chartlint.yml',
      '.pre-commit-config.yaml',
      '.vscode/extensions.json',
      '.vscode/settings.json',
      'chartlint.config.yaml',
    ]);
    expect(stdout).toContain('+++ b/chartlint.config.yaml');
    expect(stdout).toContain('new: .chartlint/schemas/shop.overlay.schema.json');
    expect(parseJsonc(read('.vscode/settings.json'))).toEqual({
      'yaml.schemas': {
        './.chartlint/schemas/shop.overlay.schema.json': ['charts/shop/values-prod.yaml'],
        './.chartlint/schemas/shop.values.schema.json': ['charts/shop/values.yaml'],
        './.chartlint/schemas/colonyos.overlay.schema.json': ['deploy/colony.values.yaml'],
      },
    });
    const again = await init('--yes');
    expect(again.stdout).toMatch(/Nothing to write: all is set up\.\n$/);
    expect(again.exitCode).toBe(0);
  });

  it('asks in a file of a stack for what neither the others nor the deployment set', async () => {
    write('plain/Chart.yaml', 'apiVersion: v2\nname: plain\nversion: 1.0.0\n');
    const auth = { required: ['user', 'password'], properties: { user: {}, password: { type: 'string' } } };
    write(
      'plain/values.schema.json',
      JSON.stringify({ required: ['host', 'port', 'auth'], properties: { port: { type: 'integer' }, auth } }),
    );
    write('envs/base.yaml', 'host: a.example\nauth:\n  user: shop\n');
    write('envs/prod.yaml', 'port: 1\n');
    write('envs/dev.yaml', 'port: 2\n');
    write(
      'chartlint.config.yaml',
      `provided: [auth.password]
stacks:
  - { name: prod, chart: plain, values: [envs/base.yaml, envs/prod.yaml] }
  - { name: dev, chart: plain, values: [envs/base.yaml, envs/dev.yaml] }
`,
    );
    await init('--yes');
    const schemas: Record<string, string[]> = parseJsonc(read('.vscode/settings.json'))['yaml.schemas'];
    const required = (file: string): unknown[] => {
      const [schema = ''] = Object.entries(schemas).find(([, files]) => files.includes(file))!;
      const json = JSON.parse(read(schema));
      return [json.required, json.properties.auth.required];
    };
    expect(required('envs/base.yaml')).toEqual([['host', 'port', 'auth'], ['user']]);
    expect(required('envs/prod.yaml')).toEqual([['port'], undefined]);
    expect(required('envs/dev.yaml')).toEqual(required('envs/prod.yaml'));
    const flags = ['--overlay', '-f', 'envs/base.yaml', '--provided', 'auth.password'];
    const { stdout } = await runCli(['schema', 'plain', ...flags], root);
    expect(JSON.parse(stdout).required).toEqual(['port']);
    expect((await runCli(['schema', 'plain', '-f', 'envs/base.yaml'], root)).stderr).toContain('--overlay');
  });

  it('writes a configuration that chartlint takes', async () => {
    write('deploy/other.values.yaml', 'some: thing\n');
    await init('--yes');
    const { stderr, exitCode } = await runCli(['rules'], root);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    // Every commented part is what it would be without the comment sign.
    const config = read('chartlint.config.yaml');
    expect(config).toContain('["deploy/other.values.yaml"]');
    write(
      'chartlint.config.yaml',
      config.replaceAll(/^# (?!yaml-language-server)( *(?:- )?[\w-]+:)/gm, '$1'),
    );
    expect(await runCli(['rules'], root)).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it('shows with --dry-run what it would write, and writes nothing', async () => {
    const { stdout, exitCode } = await init('--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('+repos:\n+  - repo: https://github.com/chartlint/chartlint\n');
    expect(all()).toEqual([]);
  });

  it('sets up only what is wanted', async () => {
    await init('--yes', '--editor', 'none', '--no-workflow', '--no-config');
    expect(all()).toEqual(['.pre-commit-config.yaml']);
  });

  it('asks nobody where there is no terminal, and then writes nothing', async () => {
    const { stderr, exitCode } = await init();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('pass --yes to write, or --dry-run');
    expect(all()).toEqual([]);
  });

  it('does what the answers say, and nothing after a no', async () => {
    const asked: InitParts[] = [];
    const answers = (parts: InitParts | undefined, confirmed: boolean): Questions => ({
      parts: async (suggested) => {
        asked.push(suggested);
        return parts;
      },
      confirm: async () => confirmed,
    });
    const parts: InitParts = { config: true, editor: 'none', preCommit: false, workflow: false };
    const answer = (questions: Questions) => runCli(['init'], root, { questions });
    expect((await answer(answers(parts, false))).stdout).toMatch(/Nothing was written\.\n$/);
    expect((await answer(answers(undefined, true))).stdout).toBe('Nothing was written.\n');
    expect(all()).toEqual([]);
    expect((await answer(answers(parts, true))).stdout).toContain('Wrote 1 file.');
    expect(all()).toEqual(['chartlint.config.yaml']);
    expect(asked[0]).toMatchObject({ config: true, editor: 'modeline', preCommit: true, workflow: true });
  });

  it('replaces nothing: what cannot be extended stays and is told', async () => {
    const files = {
      'chartlint.config.json': '{}',
      '.vscode/settings.json': '{ broken',
      '.pre-commit-config.yaml': 'repos: [',
      '.github/workflows/chartlint.yml': 'mine\n',
    };
    for (const [file, text] of Object.entries(files)) write(file, text);
    const { stdout, exitCode } = await init('--yes');
    expect(exitCode).toBe(0);
    for (const [file, text] of Object.entries(files)) expect(read(file)).toBe(text);
    expect(stdout).toContain('note: chartlint.config.json is there already and stays as it is\n');
    expect(stdout).toContain('note: .vscode/settings.json is not JSON with comments');
    expect(existsSync(path.join(root, 'chartlint.config.yaml'))).toBe(false);
  });

  it('sets up the rest when the schema of a chart is broken', async () => {
    write('charts/shop/values.schema.json', '{ "type": ');
    const { stdout, exitCode } = await init('--yes', '--editor', 'modeline');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('note: no schema for charts/shop: charts/shop/values.schema.json');
    expect(read('charts/shop/values-prod.yaml')).not.toContain('yaml-language-server');
    expect(read('deploy/colony.values.yaml')).toContain('yaml-language-server');
  });

  it('works from a folder of the repository at its root', async () => {
    await runCli(['init', '--yes', '--editor', 'none'], path.join(root, 'deploy'));
    expect(all()).toContain('.github/workflows/chartlint.yml');
  });

  it('takes the chart from the configuration that is there', async () => {
    write('team/shop.values.yaml', 'replicas: 2\n');
    write('chartlint.config.yaml', 'charts:\n  - files: [team/**]\n    chart: charts/shop\n');
    await init('--yes', '--editor', 'modeline');
    expect(read('team/shop.values.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.chartlint\/schemas\/shop\.overlay\.schema\.json\n/,
    );
  });

  it('changes no finding by the comments that it adds', async () => {
    const lint = async (): Promise<string[]> => {
      const { stdout } = await runCli(['--format', 'json'], root);
      const { findings } = JSON.parse(stdout) as { findings: { file: string; path: string; rule: string }[] };
      return findings.map(({ file, path, rule }) => `${file} ${path} ${rule}`).sort();
    };
    const before = await lint();
    expect(before.length).toBeGreaterThan(3);
    await init('--yes', '--editor', 'modeline');
    expect(read('charts/shop/values.yaml')).toMatch(/^# yaml-language-server/);
    expect(await lint()).toEqual(before);
  });

  it.each(['vscode', 'modeline'])('gives the editor its schemas (%s)', async (editor) => {
    write('values.yaml', 'colonies:\n  replicas: 3\n  backends: {http: {tls: true}}\n  serverid: ""\n');
    await init('--yes', '--editor', editor);
    const settings = editor === 'vscode' ? parseJsonc(read('.vscode/settings.json'))['yaml.schemas'] : {};
    const server = await LanguageServer.start(root, { schemas: settings });
    try {
      const open = async (file: string, wrong: string): Promise<string[]> => {
        const diagnostics = await server.open(path.join(root, file), `${read(file)}${wrong}`);
        return diagnostics.map(({ message }) => message);
      };
      expect(await open('deploy/colony.values.yaml', 'timezone: 5\n')).toEqual([
        'Incorrect type. Expected one of string, null.',
      ]);
      expect(await open('charts/shop/values-prod.yaml', 'orders: 5\n')).toEqual([
        expect.stringContaining('Missing property "domain"'),
        expect.stringContaining('Incorrect type'),
      ]);
      expect(await open('values.yaml', 'orders: 5\n')).toEqual(['Property orders is not allowed.']);
    } finally {
      server.stop();
    }
  });
});
