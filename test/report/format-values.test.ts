import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { mergeLayers } from '../../src/merge/merge-layers.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import { fileSource } from '../../src/model/source.ts';
import { formatValues } from '../../src/report/format-values.ts';
import { lineIndexes } from '../../src/report/line-indexes.ts';

const spellings = [
  'yes',
  'n',
  '0777',
  '0o17',
  '0b11',
  '1_000',
  '1e6',
  '12:30',
  '2001-01-01',
  '~',
  'null',
  '.inf',
  '-',
  '+1',
  'a: b',
  '#x',
  'two\nlines\n',
  ' x ',
];
const text = fc.oneof(fc.constantFrom(...spellings), fc.string());
// Helm reads `-0` as the integer 0.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), number);
const tree = fc.letrec<{ map: JsonObject; value: never }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('map'),
  ) as never,
  map: fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    tie('value'),
    { maxKeys: 4 },
  ) as fc.Arbitrary<JsonObject>,
})).map;

describe('formatValues', () => {
  it('prints YAML that Helm reads back as the same values, with and without origins', () => {
    fc.assert(
      fc.property(tree, (data) => {
        const values = mergeLayers([{ kind: 'values-file', label: 'f', data, scope: [] }]);
        for (const lines of [undefined, lineIndexes({ sources: new Map() })]) {
          expect(
            loadValues(fileSource('out.yaml'), formatValues(values, 'yaml', lines)).document?.data,
          ).toEqual(values.data);
        }
      }),
      { numRuns: 300 },
    );
  });
});
