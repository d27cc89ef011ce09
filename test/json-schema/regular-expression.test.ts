import { describe, expect, it } from 'vitest';
import { refusedByGo, regularExpression } from '../../src/json-schema/regular-expression.ts';

describe('patterns as Go reads them', () => {
  it.each<[pattern: string, matching: string, other: string]>([
    ['^[a-z]+$', 'abc', 'ABC'],
    ['(?i)^abc$', 'ABC', 'abd'],
    ['(?s)^a.b$', 'a\nb', 'ab'],
    ['(?im)^b$', 'a\nB', 'a'],
    ['\\Aab\\z', 'ab', 'cab'],
    ['^[[:alpha:]_]+$', 'a_b', 'a1'],
    ['^(?P<year>\\d+)$', '2026', 'x'],
    ['^\\p{Lu}$', 'Ä', 'ä'],
    ['^\\-\\_$', '-_', '--'],
  ])('%s', (pattern, matching, other) => {
    expect(regularExpression(pattern).test(matching)).toBe(true);
    expect(regularExpression(pattern).test(other)).toBe(false);
  });

  it('throw when nobody can read them', () => {
    expect(() => regularExpression('(')).toThrow(SyntaxError);
    expect(() => regularExpression('[z-a]')).toThrow(SyntaxError);
  });

  it.each<[string, string | undefined]>([
    ['a(?=b)', 'look-around'],
    ['a(?!b)', 'look-around'],
    ['(?<=a)b', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'back-reference'],
    ['(?<n>a)\\k<n>', 'back-reference'],
    ['\\(?=', undefined],
    ['[(?=]', undefined],
    ['[\\]\\1](?:a)', undefined],
    ['\\\\(?<n>a)', undefined],
  ])('%s is refused for %s', (pattern, reason) => {
    expect(refusedByGo(pattern)).toBe(reason);
  });
});
