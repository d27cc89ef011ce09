import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import type { JsonObject, JsonValue } from '../../src/model/json-value.ts';
import { fileSource } from '../../src/model/source.ts';
import type { ValuesPath } from '../../src/model/values-path.ts';
import { randomRuns } from '../random-runs.ts';
import { writeYaml } from './write-yaml.ts';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab1 :#-?,[]{}&*!|>\'"%@`\\/é😀\t.~y0_=\n'), maxLength: 12 }),
  fc.constantFrom('yes', 'null', '1_000', '.inf', '12:30', '0777', 'line\n', 'a # b\n', '{{ .x }}', '<<'),
);

const key = fc.oneof(
  text,
  fc.constantFrom('a', 'image', '__proto__', 'constructor', 'a.b/c', '~', 'x y', '7'),
);

const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom<JsonValue>(true, false, null, 0, -1.5, 1e21, 2 ** 60, 4096, -7),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const values = fc.dictionary(key, tree, { maxKeys: 5, noNullPrototype: true }) as fc.Arbitrary<JsonObject>;

function* pathsOf(value: JsonValue, path: ValuesPath = []): Generator<[ValuesPath, JsonValue]> {
  if (path.length > 0) yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* pathsOf(inner, [...path, Array.isArray(value) ? Number(name) : name]);
}

/** What the span's text is when it stands alone as the value of a key, at the column it has in the file. */
function reread(yaml: string, start: number, end: number, isContainer: boolean): unknown {
  const written = yaml.slice(start, end);
  const column = start - 1 - yaml.lastIndexOf('\n', start - 1);
  const isBlock = isContainer && !/^[[{]/.test(written);
  const alone = isBlock ? `v:\n${' '.repeat(column)}${written}\n` : `v: ${written}\n`;
  return loadValues(fileSource('values.yaml'), alone).document?.data.v;
}

describe('any values, in any layout', () => {
  it('are read back, and every place holds its key and value', () => {
    const property = fc.property(values, fc.nat(), (data, seed) => {
      const yaml = writeYaml(data, seed);
      const { document, findings } = loadValues(fileSource('values.yaml'), yaml);
      expect(findings).toEqual([]);
      expect(document?.data).toEqual(data);
      for (const [path, value] of pathsOf(data)) {
        const { start, end } = document!.locate(path, 'value');
        const isContainer = typeof value === 'object' && value !== null;
        expect(reread(yaml, start, end, isContainer), JSON.stringify(path)).toEqual(value);
        expect(document!.writes(path)).toBe(true);
        const name = path[path.length - 1]!;
        if (typeof name === 'number') continue;
        const at = document!.locate(path, 'key');
        expect(reread(yaml, at.start, at.end, false)).toEqual(name);
      }
    });
    fc.assert(property, { numRuns: randomRuns(1000) });
  });
});
