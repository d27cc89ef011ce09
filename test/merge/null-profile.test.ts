import { describe, expect, it } from 'vitest';
import { helmMajor, nullProfile } from '../../src/merge/null-profile.ts';

describe('nullProfile', () => {
  it.each([
    ['2.17.0', 'A'],
    ['3.17.4', 'A'],
    ['3.20.0', 'A'],
    ['v3.20.1', 'B'],
    ['3.21.4', 'B'],
    ['3.20', 'B'],
    ['3', 'B'],
    ['4.0.5', 'A'],
    ['4.1.2', 'A'],
    ['4.1.3', 'B'],
    ['v4.1.4+g1234567', 'B'],
    ['4.1', 'B'],
    ['4.2.0', 'C'],
    ['v4.2.0-rc.1', 'C'],
    ['4', 'C'],
    ['5.0.0', 'C'],
    ['newest', 'C'],
    ['', 'C'],
  ])('of Helm %s is %s', (version, profile) => {
    expect(nullProfile(version)).toBe(profile);
  });

  it('is the newest without a version', () => {
    expect([nullProfile(), nullProfile(undefined)]).toEqual(['C', 'C']);
    expect([helmMajor('v3.21'), helmMajor('4.0.0'), helmMajor() >= 4]).toEqual([3, 4, true]);
  });
});
