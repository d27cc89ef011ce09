import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberPages } from '../../src/load/number-pages.ts';

describe('NumberPages', () => {
  it('holds what was put in, alone or many at once', () => {
    const piece = fc.record({
      alone: fc.nat({ max: 400 }),
      from: fc.nat({ max: 5 }),
      many: fc.nat({ max: 20_000 }),
    });
    const property = fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const pages = new NumberPages();
      const expected: number[] = [];
      for (const { alone, from, many } of pieces) {
        for (let i = 0; i < alone; i++) {
          pages.push(-i);
          expected.push(-i);
        }
        const values = Array.from({ length: from + many }, (_, i) => expected.length + i);
        pages.pushAll(values, from, many);
        expected.push(...values.slice(from));
      }
      expect(pages.length).toBe(expected.length);
      expect(expected.findIndex((value, i) => pages.at(i) !== value)).toBe(-1);
    });
    fc.assert(property, { seed: 6, numRuns: 200 });
  });
});
