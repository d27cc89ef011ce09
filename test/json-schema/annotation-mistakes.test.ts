import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lint } from '../../src/index.ts';
import { annotationCheck, annotationMistakes } from '../../src/json-schema/annotation-mistakes.ts';
import { ANNOTATION_SCHEMA } from '../../src/json-schema/annotation-schema.ts';
import { collectAnnotations } from '../../src/json-schema/collect-annotations.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { randomRuns } from '../random-runs.ts';

const keys = Object.keys(ANNOTATION_SCHEMA.properties as JsonObject);
const roles = ((ANNOTATION_SCHEMA.properties as JsonObject).role as JsonObject).enum as JsonValue[];
const pointer = fc.constantFrom<JsonValue>('/a', '/a/b', '', 'a.b', '{/a}');
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
  pointer,
  fc.array(pointer, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('/a', 'enabled', 'replicas', 'host'), fc.array(pointer, { maxLength: 2 })),
);
const annotation = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<JsonValue>,
  fc
    .tuple(fc.constantFrom(...roles), fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 }))
    .map(([role, others]): JsonValue => ({ ...others, role })),
);

it('what is collected has the shape of the vocabulary, and the rest is reported', () => {
  const check = annotationCheck();
  fc.assert(
    fc.property(annotation, (written) => {
      const schema = { properties: { a: { 'x-chartlint': written } } };
      const [placed] = collectAnnotations(schema);
      expect(placed === undefined ? [] : check(placed.annotation)).toEqual([]);
      const isWhole = isJsonObject(written) && check(written).length === 0;
      expect(annotationMistakes(schema).length > 0).toBe(!isWhole);
    }),
    { numRuns: randomRuns(300) },
  );
});

it('no annotation makes a rule fail', async () => {
  const text = 'a: {b: {repository: x, tag: latest}, enabled: true, replicas: 12}\n';
  await fc.assert(
    fc.asyncProperty(annotation, annotation, async (one, two) => {
      const schema = { properties: { a: { 'x-chartlint': one, properties: { b: { 'x-chartlint': two } } } } };
      const { findings } = await lint([{ file: 'values.yaml', text }], { schema });
      expect(findings.filter(({ rule }) => rule === 'rule/failed')).toEqual([]);
    }),
    { numRuns: randomRuns(150) },
  );
});
