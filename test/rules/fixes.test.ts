import { describe, expect, it } from 'vitest';
import { rules } from '../../src/generated/rules.ts';
import { chooseFixes } from '../../src/lint/choose-fixes.ts';
import { fixTexts } from '../../src/lint/fix-texts.ts';
import { loadValues } from '../../src/load/load-values.ts';
import type { Source } from '../../src/model/source.ts';
import { lintExample } from '../../src/testing/lint-example.ts';

const FILE = 'values.yaml';
const read = (source: Source, text: string) => loadValues(source, text).document?.data;
const all = { unsafe: true, isEditable: ({ id }: Source) => id === FILE };

const cases = rules.flatMap((rule) =>
  rule.examples.bad.map((example) => ({ rule, example, name: `${rule.id}: ${example.values}` })),
);

describe('every fix that an example shows', () => {
  it.each(cases)('$name', async ({ rule, example }) => {
    let { values } = example;
    // One fix may make room for another; ten rounds end what never ends.
    for (let round = 0; round < 10; round++) {
      const findings = await lintExample({ ...example, values }, [rule]);
      const fixes = chooseFixes(findings, all);
      if (fixes.length === 0) return;
      const { texts, refused } = fixTexts(fixes, new Map([[FILE, values]]), read);
      expect(refused.map(({ finding, reason }) => `${finding.fix?.title}: ${reason}`)).toEqual([]);
      expect([...texts.keys()], 'a fix that changes nothing').toEqual([FILE]);
      values = texts.get(FILE) ?? values;
    }
    expect.fail(`the fixes never end: ${values}`);
  });
});
