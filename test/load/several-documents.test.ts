import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { fileSource } from '../../src/model/source.ts';
import { findingsOf, textAt, valuesOf } from './loaded.ts';

describe('several documents in one file', () => {
  const text = 'a: {b: 1, c: [1]}\nd: 1\ne: x\n---\na: {b: 2, f: 3}\nd: null\n---\n# nothing\n---\ng: 1\n';

  it('are merged in order as Helm 4 does, and nulls stay', () => {
    expect(valuesOf(text)).toEqual({ a: { b: 2, c: [1], f: 3 }, d: null, e: 'x', g: 1 });
  });

  it('locates a value where the last document writes it', () => {
    const at = (path: readonly (string | number)[], part: 'key' | 'value'): number =>
      loadValues(fileSource('values.yaml'), text).document!.locate(path, part).start;
    expect(at(['a', 'b'], 'value')).toBe(text.indexOf('2, f'));
    expect(at(['a'], 'key')).toBe(text.indexOf('a: {b: 2'));
    expect(textAt(text, ['a', 'c', 0])).toBe('1');
    expect(textAt(text, ['d'])).toBe('null');
    expect(textAt(text, ['g'], 'key')).toBe('g');
  });

  it('says that Helm 3 reads only the first', () => {
    expect(findingsOf('a: 1\n---\nb: 2\n')).toEqual(['yaml/several-documents b: 2']);
    expect(findingsOf('---\na: 1\n---\n# only a comment\n')).toEqual([]);
  });

  it('says that what follows "..." is lost', () => {
    expect(valuesOf('a: 1\n...\nb: 2\n')).toEqual({ a: 1 });
    expect(findingsOf('a: 1\n...\nb: 2\n')).toEqual(['yaml/ignored-text b: 2']);
  });

  it('says that a line indented less than the first key is lost', () => {
    expect(valuesOf('  a: 1\nb: 2\nc: 3\n')).toEqual({ a: 1 });
    expect(findingsOf('  a: 1\nb: 2\nc: 3\n')).toEqual(['yaml/ignored-text b: 2']);
  });

  describe('with Helm 3, which reads only the first', () => {
    const load = (input: string) => loadValues(fileSource('values.yaml'), input, { helmMajor: 3 });
    const lost = (input: string) =>
      load(input).findings.map(({ rule, severity, span }) => [
        rule,
        severity,
        input.slice(span.start, span.end),
      ]);

    it('drops the others and says where they start', () => {
      expect(load(text).document?.data).toEqual({ a: { b: 1, c: [1] }, d: 1, e: 'x' });
      expect(lost(text)).toEqual([['yaml/several-documents', 'error', 'a: {b: 2, f: 3}']]);
    });

    it.each([
      ['---\na: 1\n---\nb: 2\n', { a: 1 }, 'b: 2'],
      ['# c\n%YAML 1.1\n--- # one\na: 1\n--- # two\nb: 2\n', { a: 1 }, 'b: 2'],
      ['---\n---\nb: 2\n', {}, 'b: 2'],
      ['a: 1\n...\nb: 2\n', { a: 1 }, 'b: 2'],
      ['a: 1\n---\n# c\n---\n\n  b: : 2\n', { a: 1 }, 'b: : 2'],
      ['a: 1\r\n--- b\r\n', { a: 1 }, 'b'],
    ])('reads %j', (input, data, rest) => {
      expect(load(input).document?.data).toEqual(data);
      expect(lost(input)).toEqual([['yaml/several-documents', 'error', rest]]);
    });

    it.each(['a: 1\n', '---\na: 1\n', 'a: 1\n---\n# c\n...\n', 'a: |\n  x\n  ---\n  y\n', '--- {a: 1}\n'])(
      'is silent about %j',
      (input) => {
        expect(load(input).document?.data).toBeDefined();
        expect(lost(input)).toEqual([]);
      },
    );

    it('takes no time for a long comment above the first marker', () => {
      expect(load(`${'#'.repeat(50_000)}\nx\n---\na: 1\n`).findings[0]?.rule).toBe('yaml/several-documents');
    });
  });

  it('says nothing of Helm 3 when Helm 4 is known to read the file', () => {
    expect(loadValues(fileSource('values.yaml'), text, { helmMajor: 4 }).findings).toEqual([]);
  });
});
