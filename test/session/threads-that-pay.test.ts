import { expect, it } from 'vitest';
import { threadsThatPay } from '../../src/session/threads-that-pay.ts';

it.each([
  ['nothing is known yet', 0, 2000, 900, 1],
  ['it has hardly begun', 20, 2000, 199, 1],
  ['little is left', 90, 100, 900, 1],
  ['not enough is left for two', 100, 1690, 500, 1],
  ['enough is left for two', 100, 1700, 500, 2],
  ['much is left', 100, 10_000, 500, 12],
])('%s: %i of %i in %i ms', (_, linted, total, elapsed, expected) => {
  expect(threadsThatPay(linted, total, elapsed)).toBe(expected);
});
