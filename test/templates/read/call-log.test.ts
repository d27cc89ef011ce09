import { expect, it } from 'vitest';
import { CallLog } from '../../../src/templates/read/call-log.ts';

it('follows each call once, and stops where arguments grow with each call', () => {
  const calls = new CallLog();
  let followed = 0;
  const follow = () => {
    followed += 1;
    return ['text'];
  };
  expect(calls.once('a', follow)).toEqual(['text']);
  expect(calls.once('a', follow)).toEqual(['text']);
  expect(followed).toBe(1);
  for (let i = 1; i <= 20 && !calls.isCut; i++) calls.once('x'.repeat(i * 1_000_000), follow);
  expect(calls.isCut).toBe(true);
  expect(followed).toBeLessThan(6);
});
