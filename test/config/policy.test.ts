import { describe, expect, it } from 'vitest';
import type { Config, Plugin } from '../../src/config/config.ts';
import { createPolicy, type Policy } from '../../src/config/policy.ts';
import { defineRule, type Rule } from '../../src/model/rule.ts';

const rule = (id: string, more: Partial<Rule> = {}): Rule =>
  defineRule({
    id,
    severity: 'warning',
    recommended: true,
    docs: { summary: '', why: '', source: '' },
    examples: { bad: [], good: [] },
    *check() {},
    ...more,
  });

const plain = rule('plain');
const quiet = rule('quiet', { recommended: false });
const grave = rule('grave', { production: 'error' });
const options = { type: 'object', properties: { most: { type: 'integer', default: 3 } } };
const counted = rule('counted', { options });
const rules = [plain, quiet, grave, counted];
const checks = [{ id: 'chart/unknown', severity: 'info', summary: '', why: '' } as const];
const policy = (config?: Config, plugins: Plugin[] = []): Policy =>
  createPolicy({
    rules: [...rules, ...plugins.flatMap((plugin) => plugin.rules)],
    checks,
    plugins,
    ...(config === undefined ? {} : { config }),
  });
const on = ({ rules: running }: Policy): string[] => running.map(({ id }) => id);

describe('createPolicy', () => {
  it('runs the recommended rules, with strict all of them, without presets none', () => {
    expect(on(policy())).toEqual(['plain', 'grave', 'counted']);
    expect(on(policy({ extends: 'strict' }))).toEqual(['plain', 'quiet', 'grave', 'counted']);
    expect(on(policy({ extends: [] }))).toEqual([]);
  });

  it('raises severities in production', () => {
    expect(policy({ extends: 'production' }).severity('grave', 'values.yaml', '')).toBe('error');
    expect(policy({ extends: 'production' }).severity('plain', 'values.yaml', '')).toBe('on');
    expect(on(policy({ extends: 'production' }))).not.toContain('quiet');
  });

  it('lets later settings win: presets, rules, overrides in their order', () => {
    const set = policy({
      rules: { plain: 'error' },
      overrides: [
        { files: ['a.yaml'], rules: { plain: 'off' } },
        { files: ['*.yaml'], paths: ['image'], rules: { plain: 'info' } },
      ],
    });
    expect(set.severity('plain', 'b.yaml', '/name')).toBe('error');
    expect(set.severity('plain', 'a.yaml', '/name')).toBe('off');
    expect(set.severity('plain', 'a.yaml', '/image/tag')).toBe('info');
  });

  it('runs a rule that only an override turns on, and reports it only there', () => {
    const set = policy({ overrides: [{ files: ['a.yaml'], rules: { quiet: 'on' } }] });
    expect(on(set)).toContain('quiet');
    expect(set.severity('quiet', 'a.yaml', '')).toBe('on');
    expect(set.severity('quiet', 'b.yaml', '')).toBe('off');
  });

  it('leaves out a rule that is off everywhere, also after an earlier override', () => {
    const set = policy({
      overrides: [{ files: ['a.yaml'], rules: { plain: 'error' } }, { rules: { plain: 'off' } }],
    });
    expect(on(set)).not.toContain('plain');
  });

  it('has checks on unless they are set', () => {
    expect(policy().severity('chart/unknown', 'a.yaml', '')).toBe('on');
    expect(policy({ rules: { 'chart/unknown': 'off' } }).isOn('chart/unknown')).toBe(false);
  });

  it('lays options over the defaults of their schema', () => {
    expect(policy().options(counted, 'a.yaml')).toEqual({ most: 3 });
    const set = policy({
      rules: { counted: ['error', { most: 5 }] },
      overrides: [{ files: ['b.yaml'], rules: { counted: ['on', { least: 1 }] } }],
    });
    expect(set.options(counted, 'a.yaml')).toEqual({ most: 5 });
    expect(set.options(counted, 'b.yaml')).toEqual({ most: 3, least: 1 });
  });

  it('knows the presets of plugins by their prefix', () => {
    const plugin: Plugin = {
      name: 'acme',
      rules: [rule('acme/own', { recommended: false })],
      presets: { all: { own: 'error' } },
    };
    expect(on(policy({}, [plugin]))).not.toContain('acme/own');
    const set = policy({ extends: ['recommended', 'acme/all'] }, [plugin]);
    expect(set.severity('acme/own', 'a.yaml', '')).toBe('error');
    expect(on(set)).toContain('plain');
  });

  it('exempts what belongs to the user and what comes at deploy time', () => {
    const set = policy({
      ignoreKeys: ['x-*'],
      provided: ['db.password'],
      overrides: [{ files: ['a.yaml'], provided: ['key'] }],
    });
    expect(set.isExempt('b.yaml', '/x-anchors/a')).toBe(true);
    expect(set.isExempt('b.yaml', '/db/password')).toBe(true);
    expect(set.isExempt('b.yaml', '/db')).toBe(false);
    expect([set.isExempt('a.yaml', '/key'), set.isExempt('b.yaml', '/key')]).toEqual([true, false]);
  });
});
