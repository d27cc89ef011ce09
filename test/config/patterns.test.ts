import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileMatcher } from '../../src/config/file-pattern.ts';
import { parsePathPattern, pathMatcher } from '../../src/model/path-pattern.ts';
import { segmentMatcher } from '../../src/model/segment-pattern.ts';

describe('fileMatcher', () => {
  it.each([
    ['values.yaml', 'values.yaml', true],
    ['values.yaml', 'deep/down/values.yaml', true],
    ['./values.yaml', 'deep/values.yaml', false],
    ['deploy/*.yaml', 'deploy/a.yaml', true],
    ['deploy/*.yaml', 'deploy/x/a.yaml', false],
    ['deploy/**/*.yaml', 'deploy/a.yaml', true],
    ['deploy/**/*.yaml', 'deploy/x/y/a.yaml', true],
    ['**/prod/**', 'a/prod/b/c.yaml', true],
    ['vendor', 'vendor/x/values.yaml', true],
    ['vendor/', 'a/vendor/values.yaml', true],
    ['values-{dev,test}.yaml', 'values-test.yaml', true],
    ['values-{dev,test}.yaml', 'values-prod.yaml', false],
    ['{a,b/{c,d}}/*.yaml', 'b/d/x.yaml', true],
    ['values-?[0-9].yaml', 'values-a7.yaml', true],
    ['values-[!a].yaml', 'values-a.yaml', false],
    ['a+b(c).yaml', 'a+b(c).yaml', true],
    ['../shared/*.yaml', '../shared/values.yaml', true],
  ])('%s and %s: %s', (glob, file, expected) => {
    expect(fileMatcher([glob])(file)).toBe(expected);
  });
});

describe('pathMatcher', () => {
  it.each([
    ['image.tag', ['image', 'tag'], true],
    ['image', ['image', 'tag'], true],
    ['image.tag', ['image'], false],
    ['x-*', ['x-defaults', 'a', 0], true],
    ['*.image', ['app', 'image', 'tag'], true],
    ['**.password', ['a', 'b', 'password'], true],
    ['**.password', ['password'], true],
    ['hosts[*].host', ['hosts', 3, 'host'], true],
    ['hosts[0]', ['hosts', 1], false],
    ['annotations["a.b/c"]', ['annotations', 'a.b/c'], true],
    ['annotations.a\\.b/c', ['annotations', 'a.b/c'], true],
    ['/annotations/a.b~1c', ['annotations', 'a.b/c'], true],
  ])('%s and %j: %s', (pattern, path, expected) => {
    expect(pathMatcher([pattern])(path)).toBe(expected);
  });

  it('reads any keys back that are written in brackets', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (keys) => {
        expect(parsePathPattern(keys.map((key) => `[${JSON.stringify(key)}]`).join('')).length).toBe(
          keys.length,
        );
      }),
    );
  });
});

describe('segmentMatcher', () => {
  it('does not take exponential time', () => {
    const matches = segmentMatcher([...Array.from({ length: 30 }, () => ['**', 'a']).flat(), 'b']);
    expect(
      matches(
        Array.from({ length: 200 }, () => 'a'),
        false,
      ),
    ).toBe(false);
  });
});
