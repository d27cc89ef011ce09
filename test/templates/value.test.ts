import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/text-of.ts';
import {
  editOrigin,
  joinOrigins,
  piecesOf,
  sliceOrigin,
  sourceOf,
} from '../../src/templates/value/text-origin.ts';
import { byteLength, bytesOf, compareGoStrings, sliceBytes } from '../../src/templates/value/utf8.ts';
import {
  bothSources,
  pathOf,
  placeBelow,
  sourceParts,
  valuesRoot,
} from '../../src/templates/value/values-source.ts';

const bytes = fc.uint8Array({ maxLength: 12 }).map((array) => Uint8Array.from(array));
const valid = fc.string({ unit: 'binary' });

describe('texts of Go', () => {
  it('keeps any bytes', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect([...bytesOf(textOf(some))]).toEqual([...some]);
      }),
    );
  });

  it('writes valid text as UTF-8', () => {
    fc.assert(
      fc.property(valid, (text) => {
        expect([...bytesOf(text)]).toEqual([...new TextEncoder().encode(text)]);
        expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
        expect(textOf(bytesOf(text))).toBe(text);
      }),
    );
  });

  it('orders by bytes and cuts at bytes', () => {
    fc.assert(
      fc.property(valid, valid, fc.nat(9), (a, b, cut) => {
        const order = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareGoStrings(a, b))).toBe(order);
        const length = byteLength(a);
        const at = Math.min(cut, length);
        expect([...bytesOf(sliceBytes(a, at, length))]).toEqual([...Buffer.from(a).subarray(at)]);
      }),
    );
  });
});

describe('origins', () => {
  const root = valuesRoot();
  const a = placeBelow(root, 'a');
  const b = placeBelow(placeBelow(root, 'list'), 0);

  it('has one place for each path and one union for each pair', () => {
    expect(placeBelow(root, 'a')).toBe(a);
    expect(pathOf(b)).toEqual(['list', 0]);
    expect(bothSources(a, b)).toBe(bothSources(b, a));
    expect(sourceParts(bothSources(bothSources(a, b), a))).toEqual([a, b]);
  });

  it('follows texts through joining, cutting and edits', () => {
    const text = joinOrigins([[3, a], [2], [4, b]]);
    expect(piecesOf(text, 9).map(({ length, mark }) => [length, mark])).toEqual([
      [3, a],
      [2, undefined],
      [4, b],
    ]);
    expect(sliceOrigin(text, 1, 3)).toBe(a);
    expect(piecesOf(sliceOrigin(text, 2, 6), 4).map(({ length, mark }) => [length, mark])).toEqual([
      [1, a],
      [2, undefined],
      [1, b],
    ]);
    const indented = editOrigin(text, 9, [{ start: 4, end: 5, length: 3 }]);
    expect(piecesOf(indented, 11).map(({ length }) => length)).toEqual([3, 4, 4]);
    expect(sourceOf(text)).toBe(bothSources(a, b));
  });
});
