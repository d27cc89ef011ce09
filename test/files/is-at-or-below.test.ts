import { describe, expect, it } from 'vitest';
import { isAtOrBelow } from '../../src/files/is-at-or-below.ts';

describe('isAtOrBelow', () => {
  it.each([
    ['/a/b', '/a/b', true],
    ['/a/b/c', '/a/b', true],
    ['/a/bc', '/a/b', false],
    ['/a', '/a/b', false],
    ['/', '/', true],
    ['/a', '/', true],
    ['/a/b/', '/a/b', true],
    ['/a/b', '/a/b/', true],
    ['/a/./b', '/a/b', true],
    ['/a//b', '/a/b', true],
    ['/a/b/../c', '/a/b', false],
    ['/a/c/../b/d', '/a/b', true],
    ['/a/.hidden/b', '/a/.hidden', true],
    ['/a/.hidden', '/a/.hiddenToo', false],
    ['/a/..b', '/a', true],
  ])('%s in %s: %s', (file, folder, expected) => {
    expect(isAtOrBelow(file, folder)).toBe(expected);
  });
});
