import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/lint/apply-edits.ts';
import type { TextEdit } from '../../src/model/fix.ts';
import { fileSource } from '../../src/model/source.ts';

const edit = (start: number, end: number, text: string): TextEdit => ({
  span: { source: fileSource('a'), start, end },
  text,
});

describe('applyEdits', () => {
  it('keeps every character outside the spans', () => {
    const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(5), fc.string()), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 80, maxLength: 120 }), cuts, (text, steps) => {
        const edits: TextEdit[] = [];
        let expected = '';
        let at = 0;
        for (const [gap, length, replacement] of steps) {
          edits.push(edit(at + gap, at + gap + length, replacement));
          expected += text.slice(at, at + gap) + replacement;
          at += gap + length;
        }
        expect(applyEdits(text, edits.toReversed())).toBe(expected + text.slice(at));
      }),
    );
  });

  it('refuses edits that overlap', () => {
    expect(() => applyEdits('abcd', [edit(0, 2, ''), edit(1, 3, '')])).toThrow('overlap');
  });
});
