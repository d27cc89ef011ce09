import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../src/check-docs/all-checks.ts';
import { checkNames, checkShape } from '../../src/config/check-config.ts';
import { readSwitches } from '../../src/config/read-switches.ts';
import { validateConfig } from '../../src/generated/config-validator.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadYaml } from '../../src/load/load-yaml.ts';
import { fileSource } from '../../src/model/source.ts';

const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'));
const shape = (config: unknown): string[] =>
  checkShape(config, { validate: validateConfig, schema: () => schema }).map(
    ({ rule, at }) => `${rule} ${at.join('.')}`,
  );
const names = (config: unknown): string[] =>
  checkNames(config, { rules, checks: allChecks, plugins: [] }).map(
    ({ rule, at }) => `${rule} ${at.join('.')}`,
  );

describe('the schema of the configuration', () => {
  it('accepts every key of the documentation', () => {
    const config = {
      $schema: 'schemas/config.schema.json',
      extends: ['recommended', 'acme/strict'],
      rules: {
        'mutable-image-tag': 'error',
        'schema/unknown-key': 'warning',
        'acme/own': ['info', { most: 3 }],
      },
      overrides: [
        { files: ['a/*'], paths: ['image'], rules: {}, environment: 'staging', cluster: {}, provided: ['x'] },
      ],
      charts: [{ files: ['*.yaml'], chart: 'zymtrace', schema: 'x.json' }],
      stacks: [{ name: 'prod', chart: 'charts/a', values: ['values.yaml'], set: ['a=b'] }],
      schemaRefs: { 'https://example.com/a.json': 'schemas/a.json' },
      environment: 'production',
      cluster: { cni: 'calico', metricsServer: true },
      helmVersion: '3.18.4',
      provided: ['database.password'],
      ignoreKeys: ['x-*'],
      ignore: ['vendor'],
      plugins: ['./plugin.ts', { name: 'own', rules: [] }],
      baseline: 'baseline.json',
      requireReason: true,
    };
    expect(shape(config)).toEqual([]);
  });

  it.each([
    [{ rulez: {} }, 'config/unknown-key rulez'],
    [{ rules: { nonsense: 'off' } }, 'config/unknown-key rules.nonsense'],
    [{ rules: { 'schema/nonsense': 'off' } }, 'config/unknown-key rules.schema/nonsense'],
    [{ rules: { 'mutable-image-tag': 'warn' } }, 'config/enum rules.mutable-image-tag'],
    [{ rules: { 'config/type': 'off' } }, 'config/unknown-key rules.config/type'],
    [{ cluster: { metricsServer: 'yes' } }, 'config/type cluster.metricsServer'],
    [{ helmVersion: 'three' }, 'config/pattern helmVersion'],
    [{ charts: [{ chart: 'x' }] }, 'config/required charts.0'],
    [[], 'config/type '],
  ])('reports %j', (config, problem) => {
    expect(shape(config).map((found) => found.replace(/\.files$/, ''))).toContain(problem);
  });

  it('names a check of its own for everything it reports', () => {
    const ids = new Set(allChecks.map(({ id }) => id));
    for (const { rule } of checkShape(
      { rulez: 1, extends: 1, rules: { x: 1 } },
      { validate: validateConfig, schema: () => schema },
    )) {
      expect(ids).toContain(rule);
    }
  });
});

describe('checkNames', () => {
  it('reports presets and rules of plugins that are not there', () => {
    expect(names({ extends: ['strict', 'acme/strict'], rules: { 'acme/own': 'off' } })).toEqual([
      'config/unknown-preset extends.1',
      'config/unknown-rule rules.acme/own',
    ]);
    expect(names({ extends: 'production', overrides: [{ rules: { 'acme/own': 'off' } }] })).toEqual([
      'config/unknown-rule overrides.0.rules.acme/own',
    ]);
  });
});

describe('readSwitches', () => {
  it('reads what YAML makes of off and on, and nothing else', () => {
    expect(
      readSwitches({
        rules: { a: false, b: [true, {}], c: 'error' },
        overrides: [{ rules: { d: false } }, 7],
      }),
    ).toEqual({
      rules: { a: 'off', b: ['on', {}], c: 'error' },
      overrides: [{ rules: { d: 'off' } }, 7],
    });
    expect(readSwitches({ requireReason: true, rules: [false] })).toEqual({
      requireReason: true,
      rules: [false],
    });
  });
});

describe('docs/configuration.md', () => {
  it('shows a configuration that is accepted, with every key', () => {
    const text = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
    const config = readSwitches(loadYaml(fileSource('docs'), yaml).data);
    expect(shape(config)).toEqual([]);
    expect(names(config)).toEqual([]);
    const shown = Object.keys(config as object);
    expect(Object.keys(schema.properties).filter((key) => !shown.includes(key))).toEqual([
      '$schema',
      'plugins',
    ]);
  });
});
