import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { backtrackingCost } from '../../src/patterns/backtracking-cost.ts';
import { boundedPattern } from '../../src/patterns/bounded-pattern.ts';
import { patternMachine } from '../../src/patterns/pattern-machine.ts';
import { readPattern } from '../../src/patterns/read-pattern.ts';
import { randomRuns } from '../random-runs.ts';

const ATOMS = [
  'a',
  'b',
  '[ab]',
  '[^a]',
  '.',
  '\\w',
  '\\s',
  '\\b',
  '\\B',
  '^',
  '$',
  '\\n',
  '\\u{1F600}',
  '\\p{L}',
  '\\.',
];
const QUANTIFIERS = ['', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?'];
const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  pattern: fc
    .array(
      fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((choices) => choices.join('|')),
  piece: fc
    .tuple(
      fc.oneof(
        { maxDepth: 2, depthIdentifier: 'group' },
        fc.constantFrom(...ATOMS),
        tie('pattern').map((inner) => `(?:${inner})`),
        tie('pattern').map((inner) => `(${inner})`),
      ),
      fc.constantFrom(...QUANTIFIERS),
    )
    // JavaScript has no repeated place.
    .map(([atom, quantifier]) => (/^(?:\^|\$|\\[bB])$/.test(atom) ? atom : atom + quantifier)),
}));
const text = fc
  .array(fc.constantFrom('a', 'b', '.', '\n', ' ', 'é', '\u{1F600}', '\r'), { maxLength: 5 })
  .map((all) => all.join(''));

describe('the machine of an expression', () => {
  it('answers as JavaScript does', () => {
    fc.assert(
      fc.property(pattern, text, fc.constantFrom('u', 'su', 'iu', 'mu', ''), (source, given, flags) => {
        let expression: RegExp;
        try {
          expression = new RegExp(source, flags);
        } catch {
          return;
        }
        const tree = readPattern(expression);
        // Without the flag for Unicode, escapes mean something else.
        if (flags === '' && /\\[up]/.test(source)) return;
        const machine = tree && patternMachine(tree, flags, 5000);
        expect(machine?.test(given)).toBe(expression.test(given));
      }),
      { numRuns: randomRuns(500) },
    );
  });

  it('answers as the engine of Go does where both mean the same', () => {
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        if (/\\[upsbB]|\./.test(source)) return;
        const machine = patternMachine(readPattern(new RegExp(source, 'u'))!, 'u', 5000);
        expect(machine?.test(given)).toBe(RE2JS.compile(source).matcher(given).find());
      }),
      { numRuns: randomRuns(300) },
    );
  });
});

describe('a pattern of a stranger', () => {
  it.each([
    '^(a+)+$',
    '^(a|aa)+$',
    '^(?:a|a)*$',
    '^a*a*a*a*$',
    '.*.*.*=',
    '\\s+$',
    `^${'a?'.repeat(60)}${'a'.repeat(60)}$`,
    '^((a{0,20}){0,20})$',
  ])('%s is answered on a long text', (source) => {
    const given = `${'a'.repeat(5000)} !`;
    expect(boundedPattern(new RegExp(source, 'u')).test(given)).toBe(false);
    const matching = source.includes('=')
      ? `${given}=`
      : source.includes('s+')
        ? `${given} `
        : given.slice(0, 60);
    expect(boundedPattern(new RegExp(source, 'u')).test(matching)).toBe(true);
  });

  it.each(['^(?=(a+)+$)', '^(a+)+\\1$', '^((((a{0,99}){0,99}){0,99}){0,99}){0,99}$'])(
    '%s, which no machine can know, is not answered on a long text',
    (source) => {
      expect(boundedPattern(new RegExp(source, 'u')).test(`${'a'.repeat(5000)}!`)).toBeUndefined();
      expect(boundedPattern(new RegExp(source, 'u')).test('b')).toBe(new RegExp(source, 'u').test('b'));
    },
  );

  it.each([
    '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    '^v?\\d+\\.\\d+(\\.\\d+)?$',
    '^(?!x)[a-z]+$',
    '[0-9]+(Mi|Gi)$',
    '^.*$',
  ])('%s runs on the engine of JavaScript for usual texts', (source) => {
    expect(backtrackingCost(readPattern(new RegExp(source, 'u'))!, 64)).toBeLessThan(1_000_000);
  });
});
