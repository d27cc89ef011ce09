import { expect, it } from 'vitest';
import { parseDuration } from '../../src/rules/parse-duration.ts';

it.each([
  ['30s', 30],
  ['1m', 60],
  ['1h30m', 5400],
  ['500ms', 0.5],
  ['1d', 86_400],
  ['0', 0],
  ['', undefined],
  ['30', undefined],
  ['1m1h', undefined],
  ['1.5m', undefined],
])('reads %s as Prometheus does', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});
