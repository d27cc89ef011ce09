import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { fileSource } from '../../src/model/source.ts';
import { marked, valuesOf } from './loaded.ts';

const load = (text: string): ReturnType<typeof loadValues> => loadValues(fileSource('values.yaml'), text);

describe('a key written twice', () => {
  it('is an error at the later key, with the earlier one as related place', () => {
    const text = 'image:\n  tag: a\nother: 1\nimage:\n  tag: b\n';
    const { document, findings } = load(text);
    expect(document?.data).toEqual({ image: { tag: 'b' }, other: 1 });
    expect(findings).toEqual([
      {
        rule: 'yaml/duplicate-key',
        severity: 'error',
        problem: '"image" is written twice in this map (first on line 1)',
        why: 'Helm silently keeps only the last one.',
        help: 'Merge the two blocks into one.',
        span: {
          source: fileSource('values.yaml'),
          start: text.lastIndexOf('image'),
          end: text.lastIndexOf('image') + 5,
        },
        path: '/image',
        related: [
          {
            span: { source: fileSource('values.yaml'), start: 0, end: 5 },
            message: '"image" is first written here',
          },
        ],
      },
    ]);
    expect(document?.locate(['image', 'tag'], 'value').start).toBe(text.lastIndexOf('b'));
    expect(document?.locate(['image'], 'key').start).toBe(text.lastIndexOf('image'));
  });

  it.each<[string, string, string, string]>([
    ['in a list of maps', 'a:\n  - b: 1\n  - b: 1\n    b: 2\n', '/a/1/b', 'b'],
    ['between brackets', 'a: {"b/c": 1, b/c: 2}\n', '/a/b~1c', 'b/c'],
    ['in another spelling', 'yes: 1\ntrue: 2\n', '/true', 'true'],
    ['below a merge and twice', 'a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n  x: 3\n', '/b/x', 'x'],
    ['named like the prototype', '__proto__: 1\n__proto__: 2\n', '/__proto__', '__proto__'],
  ])('%s', (_, text, path, key) => {
    const { findings } = load(text);
    expect(findings.map((f) => [f.rule, f.path, marked(text, f)])).toEqual([
      ['yaml/duplicate-key', path, key],
    ]);
  });

  it('says when Helm picks either one', () => {
    expect(load('1: a\n"1": b\n').findings[0]?.why).toContain('at random');
    expect(load('a: a\n"a": b\n').findings[0]?.why).toContain('keeps only the last');
  });

  it('is not a key that replaces a merged one', () => {
    expect(load('a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n').findings).toEqual([]);
  });

  it('is found in big maps too, in linear time', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `key${i}: ${i}\n`).join('');
    const { document, findings } = load(`${keys}${keys}`);
    expect(Object.keys(document?.data ?? {})).toHaveLength(50_000);
    expect(findings).toHaveLength(1000);
  });
});

describe('a merge below a key', () => {
  const text = 'a: &a {x: 1, z: 2}\nb:\n  x: 5\n  <<: *a\n';

  it('replaces the key as in Helm, with a warning', () => {
    expect(valuesOf(text)).toEqual({ a: { x: 1, z: 2 }, b: { x: 1, z: 2 } });
    const { findings, document } = load(text);
    expect(findings.map((f) => [f.rule, f.severity, f.path, f.span.start])).toEqual([
      ['yaml/merge-overwrites-key', 'warning', '/b/x', text.indexOf('x: 5')],
    ]);
    expect(document?.locate(['b', 'x'], 'value').start).toBe(text.indexOf('1, z'));
  });
});
