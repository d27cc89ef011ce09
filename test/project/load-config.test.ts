import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allChecks } from '../../src/check-docs/all-checks.ts';
import { diskFiles } from '../../src/files/disk-files.ts';
import { rules } from '../../src/generated/rules.ts';
import type { RuleFlags } from '../../src/project/apply-config.ts';
import { CONFIG_NAMES, commonFolder, findConfig } from '../../src/project/find-config.ts';
import { loadConfig } from '../../src/project/load-config.ts';
import { prepareRun } from '../../src/project/prepare-run.ts';

const shipped = { rules, checks: allChecks, cnis: ['calico'] };

describe('the configuration file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chartlint-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, text: string): string => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return target;
  };
  const load = (file: string) => loadConfig(diskFiles, file, folder, shipped).then(({ config }) => config);

  it.each(CONFIG_NAMES)('is read from %s', async (name) => {
    const isData = /\.(json|ya?ml)$/.test(name);
    const file = write(
      name,
      isData
        ? '{"environment": "staging"}'
        : `${name.endsWith('ts') ? 'const x: number = 1;' : ''}export default { environment: 'staging' };`,
    );
    expect(await load(file)).toEqual({ environment: 'staging' });
  });

  it('may be empty, and may import chartlint where nothing is installed', async () => {
    expect(await load(write('.chartlint.yaml', ''))).toEqual({});
    if (!existsSync(fileURLToPath(new URL('../../dist/index.js', import.meta.url))))
      throw new Error('run npm run build first');
    const file = write(
      'chartlint.config.ts',
      "import { defineConfig } from 'chartlint';\nexport default defineConfig({ ignore: ['a'] });",
    );
    expect(await load(file)).toEqual({ ignore: ['a'] });
  });

  it.each([
    ['chartlint.config.ts', 'throw new Error("boom")', '"chartlint.config.ts" cannot be loaded: boom'],
    ['chartlint.config.mjs', 'export default { rulez: 1 }', 'chartlint.config.mjs: unknown key "rulez"'],
    ['chartlint.config.json', '{ "a": ', 'chartlint.config.json:1:'],
    ['chartlint.config.yaml', '- a\n', 'chartlint.config.yaml:1:1: '],
    ['gone.yaml', undefined, '"gone.yaml" cannot be read: it does not exist'],
  ])('says what is wrong with %s', async (name, text, problem) => {
    const file = text === undefined ? path.join(folder, name) : write(name, text);
    await expect(load(file)).rejects.toThrow(problem);
  });

  it('is searched upward from what is linted, as far as the root of the repository', () => {
    write('.chartlint.yaml', '');
    write('repository/.git/HEAD', '');
    const inside = write('repository/deploy/values.yaml', '');
    expect(findConfig(diskFiles, path.dirname(inside), folder)).toBeUndefined();
    const own = write('repository/chartlint.config.json', '{}');
    expect(findConfig(diskFiles, path.dirname(inside), folder)).toBe(own);
    expect(findConfig(diskFiles, folder, folder)).toBe(path.join(folder, '.chartlint.yaml'));
  });

  it('is searched from the folder that all inputs share', () => {
    write('a/b/values.yaml', '');
    write('a/c/values.yaml', '');
    const common = (...inputs: string[]): string =>
      path.relative(folder, commonFolder(diskFiles, inputs, folder));
    expect(common()).toBe('');
    expect(common('a/b')).toBe(path.join('a', 'b'));
    expect(common('a/b/values.yaml', 'a/c')).toBe('a');
    expect(common('a/b/*.yaml', 'a/c/**')).toBe('a');
    expect(common('a/b', '.')).toBe('');
  });

  const prepare = (flags: RuleFlags, inputs: string[] = []) =>
    prepareRun(
      { cwd: folder, inputs, overlays: [], sets: [], context: { cluster: {} } },
      flags,
      shipped,
      diskFiles,
    );

  it('gives way to flags', async () => {
    write(
      '.chartlint.yaml',
      'extends: []\nrules: { mutable-image-tag: off }\nignore: [a]\nhelmVersion: v3.14.0\n',
    );
    write('other.yaml', 'rules: { mutable-image-tag: info }\n');
    const severity = async (flags: RuleFlags) =>
      (await prepare(flags)).policy.severity('mutable-image-tag', 'values.yaml', '');
    expect(await severity({})).toBe('off');
    expect(await severity({ rule: [['mutable-image-tag', 'error']] })).toBe('error');
    expect(await severity({ config: 'other.yaml' })).toBe('info');
    expect(await severity({ config: false })).toBe('on');
    const { options, policy } = await prepare({ preset: 'recommended', ignore: ['b'] });
    expect(policy.rules.length).toBeGreaterThan(5);
    expect(['a/x', 'b', 'c'].map((file) => options.settings?.isIgnored(file))).toEqual([true, true, false]);
    expect(options.helmVersion).toBe('3.14.0');
  });

  it('starts its globs at its own folder, wherever the run starts', async () => {
    write(
      'chartlint.config.json',
      '{"overrides": [{"files": ["deploy/*.yaml"], "environment": "Production"}], "cluster": {"cni": "calico"}}',
    );
    write('.git/HEAD', '');
    write('deploy/values.yaml', '');
    const cwd = path.join(folder, 'deploy');
    const { options } = await prepareRun(
      { cwd, inputs: ['.'], overlays: [], sets: [], context: { cluster: {} } },
      {},
      shipped,
      diskFiles,
    );
    expect(options.settings?.context('values.yaml')).toEqual({
      environment: 'production',
      cluster: { cni: 'calico' },
    });
    expect(options.settings?.context('../values.yaml')).toEqual({ cluster: { cni: 'calico' } });
  });

  it('says what flags name wrongly', async () => {
    await expect(prepare({ rule: [['mutable-image-tags', 'off']] })).rejects.toThrow(
      '--rule: No rule is called "mutable-image-tags". Did you mean "mutable-image-tag"?',
    );
    await expect(prepare({ preset: 'strickt' })).rejects.toThrow(
      '--preset: no preset is called "strickt". Did you mean "strict"?',
    );
  });
});
