import { expect, it } from 'vitest';
import { settleOverlaps } from '../../src/lint/settle-overlaps.ts';
import type { Finding } from '../../src/model/finding.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource } from '../../src/model/source.ts';
import { rule } from '../../src/rules/generic/quoted-boolean.ts';

const span = { source: fileSource('values.yaml'), start: 0, end: 1 };
const fix = { title: 'Write true', safe: true, edits: [{ span, text: 'true' }] };
const bySchema: Finding = {
  rule: 'schema/type',
  severity: 'error',
  problem: 's',
  span,
  path: '/a',
  related: [],
};
const byRule: Finding = {
  rule: ruleIdOf({ id: 'quoted-boolean' }),
  severity: 'warning',
  problem: 'r',
  span,
  path: '/a',
  related: [],
  fix,
};

it('keeps the finding of a schema that Helm enforces, with the fix of the rule', () => {
  expect(settleOverlaps([bySchema], [byRule], [rule], true)).toEqual([{ ...bySchema, fix }]);
});

it('keeps the finding of the rule otherwise, with the graver severity', () => {
  expect(settleOverlaps([bySchema], [byRule], [rule], false)).toEqual([{ ...byRule, severity: 'error' }]);
});

it('leaves findings about other paths, and of other checks, alone', () => {
  const other = { ...bySchema, path: '/b' };
  const pattern = { ...bySchema, rule: 'schema/pattern' } as const;
  expect(settleOverlaps([other, pattern], [byRule], [rule], true)).toEqual([other, pattern, byRule]);
});

it('drops the finding of a rule that is silent after what was found at the same path', () => {
  const quiet = { ...rule, yieldsTo: [], silentAfter: ['other/rule'] };
  const said = { ...byRule, rule: ruleIdOf({ id: 'other/rule' }) };
  const elsewhere = { ...said, path: '/b' };
  expect(settleOverlaps([], [byRule, said], [quiet], false)).toEqual([said]);
  expect(settleOverlaps([], [byRule, elsewhere], [quiet], false)).toEqual([byRule, elsewhere]);
});
