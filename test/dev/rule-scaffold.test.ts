import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ruleScaffold } from '../../src/dev/rule-scaffold.ts';

const options = { charts: ['zymtrace'], ids: new Set(['taken']) };

describe('ruleScaffold', () => {
  it('makes a rule that compiles, and a fixture', async () => {
    const files = ruleScaffold('odd-thing', options);
    expect([...files.keys()]).toEqual([
      'src/rules/generic/odd-thing.ts',
      'fixtures/rules/odd-thing/reported/values.yaml',
      'fixtures/rules/odd-thing/reported/args',
    ]);
    const { code } = await transform(files.get('src/rules/generic/odd-thing.ts')!, { loader: 'ts' });
    expect(code).toContain('id: "odd-thing"');
  });

  it('makes a rule for a chart', () => {
    const files = ruleScaffold('zymtrace/odd-thing', options);
    expect(files.get('src/rules/zymtrace/odd-thing.ts')).toContain("chart: 'zymtrace'");
    expect(files.get('fixtures/rules/zymtrace-odd-thing/reported/args')).toBe(
      'values.yaml --chart zymtrace\n',
    );
  });

  it.each([
    ['', 'is no id'],
    ['Odd_Thing', 'is no id'],
    ['other/odd', 'no chart with rules of its own: zymtrace'],
    ['taken', 'is there already'],
  ])('refuses "%s"', (id, problem) => {
    expect(() => ruleScaffold(id, options)).toThrow(problem);
  });
});
