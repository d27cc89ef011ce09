import { describe, expect, it } from 'vitest';
import { isCompatibleRange } from '../../src/versions/version-range.ts';

/** Answers of Masterminds/semver 3.5.0; those that npm's semver gives otherwise are marked. */
describe('isCompatibleRange', () => {
  it.each([
    ['^1.2.3', '1.9.0', true],
    ['^0.2', '0.2.9', true],
    ['^0.0.3', '0.0.4', false],
    ['~1', '1.9.0', true],
    ['~0.0.0', '5.0.0', true], // npm: false
    ['1.x, <1.5', '1.4.9', true], // npm: cannot read the comma
    ['>=1.0.0 <2.0.0 || 3.x', '3.1.0', true],
    ['1.0 - 2', '2.5.0', true],
    ['>1.2', '1.2.9', false],
    ['<=1', '1.9.9', true],
    ['!=1.2.x', '1.2.7', false],
    ['=>1.0.0', '1.0.0', true], // npm: cannot read the operator
    ['*', '1.0.0-rc.1', false],
    ['>0-0', '1.0.0-rc.1', true],
    ['^1.2.0-0', '1.3.0-rc.1', true], // npm: false
    ['1.2', 'v1.2', true],
    ['1.2.0', '1.2.0+build', true],
    ['', '1.0.0', false], // npm: any version
    ['latest', '1.0.0', false],
    ['1.0.0', 'one', false],
  ])('%j has %s: %s', (range, version, expected) => {
    expect(isCompatibleRange(range, version)).toBe(expected);
  });
});
