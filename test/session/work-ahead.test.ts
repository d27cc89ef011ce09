import { expect, it } from 'vitest';
import { workAhead } from '../../src/session/work-ahead.ts';

it.each([
  ['nothing is known yet', -1, 10, 30, 0],
  ['none is linted', 0, 10, 30, 0],
  ['a third is linted', 3, 9, 30, 60],
  ['all is linted', 9, 9, 30, 0],
])('%s: %i of %i in %i ms', (_, linted, total, elapsed, expected) => {
  expect(workAhead(linted, total, elapsed)).toBe(expected);
});
