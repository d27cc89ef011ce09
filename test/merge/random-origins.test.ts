import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCase } from '../../src/dev/answer-case.ts';
import type { MergedLayers } from '../../src/merge/merged-layers.ts';
import type { JsonValue } from '../../src/model/json-value.ts';
import type { ValuesPath } from '../../src/model/values-path.ts';
import { randomCase } from '../parity/random-case.ts';
import { randomRuns } from '../random-runs.ts';

/** Every scalar of the values with its path. */
function* scalars(value: JsonValue, path: ValuesPath = []): Generator<readonly [ValuesPath, JsonValue]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* scalars(item, [...path, i]);
  else for (const key of Object.keys(value)) yield* scalars(value[key]!, [...path, key]);
}

/** What stands in the text where the values say that the path is written; undefined when nobody wrote it. */
function textAt(values: MergedLayers, path: ValuesPath): string | undefined {
  const { span, written } = values.locate(path, 'value');
  if (!written) return undefined;
  for (const { layer, at } of values.sourcesSetting(path)) {
    const place = layer.document?.locate(at, 'value');
    if (place?.source.id !== span.source.id || place.start !== span.start || place.end !== span.end) continue;
    const text = layer.document!.text.slice(span.start, span.end);
    return layer.flag ? `flag ${text}` : text;
  }
  throw new Error(
    `${JSON.stringify(path)} is located at ${span.source.shown}:${span.start}, where no layer writes it`,
  );
}

describe('the origin of a value holds that value', () => {
  it.each(['3.19.0', '3.21.4', '4.2.4'])('in random charts and layers, Helm %s', (helmVersion) => {
    let located = 0;
    fc.assert(
      fc.property(randomCase, (one) => {
        const { values } = mergeCase(one, helmVersion);
        for (const [path, value] of scalars(values.data)) {
          const text = textAt(values, path);
          if (text === undefined || text.startsWith('flag ')) continue;
          located++;
          expect(JSON.parse(text), JSON.stringify(path)).toEqual(value);
        }
      }),
      { numRuns: randomRuns(150), seed: 20 },
    );
    expect(located).toBeGreaterThan(500);
  });
});
