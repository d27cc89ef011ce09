import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedAnnotation } from '../../src/model/annotation.ts';
import { secretMatcher, secretStates } from '../../src/model/secret-matcher.ts';

const annotations: readonly PlacedAnnotation[] = [
  { pattern: ['vault', 'keys'], annotation: { secret: true } },
  { pattern: ['users', '*', 'pin'], annotation: { secret: true } },
  { pattern: ['csrf', 'token'], annotation: { secret: false } },
];

describe('secretMatcher', () => {
  it.each([
    [['auth', 'password'], true],
    [['auth', 'user'], false],
    [['passwords', 'token', 0], true],
    [['env', '0', 'API_TOKEN'], true],
    [['vault', 'keys', 'first', 3], true],
    [['vault'], false],
    [['users', 'ada', 'pin'], true],
    [['users', 7, 'pin', 'old'], true],
    [['csrf', 'token'], false],
    [['other', 'csrf', 'token'], true],
    [[], false],
  ] as const)('%j: %s', (path, expected) => {
    expect(secretMatcher(annotations)(path)).toBe(expected);
  });

  it('says the same of a path as going down segment by segment does', () => {
    const segment = fc.constantFrom('vault', 'keys', 'users', 'pin', 'csrf', 'token', 'name', '12', 0, 5);
    const isSecret = secretMatcher(annotations);
    const { start, below, settles } = secretStates(annotations);
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (path) => {
        const state = path.reduce<typeof start>((at, one) => below(at, one), start);
        expect(settles(state, path)).toBe(isSecret(path));
      }),
    );
  });
});
