import { describe, expect, it } from 'vitest';
import { rules } from '../../src/generated/rules.ts';
import { lintExample } from '../../src/testing/lint-example.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has examples of both kinds, each only once', () => {
    const all = [...rule.examples.bad, ...rule.examples.good].map((example) => JSON.stringify(example));
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(rule.examples.bad)('reports $values', async (example) => {
    const findings = await lintExample(example, [rule]);
    expect(findings.map((finding) => finding.rule)).toContain(rule.id);
  });

  it.each(rule.examples.good)('accepts $values', async (example) => {
    expect(await lintExample(example, [rule])).toEqual([]);
  });
});
