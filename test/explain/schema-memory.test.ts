import { expect, test } from 'vitest';
import { explainErrors } from '../../src/explain/explain-errors.ts';
import type { SchemaFact } from '../../src/explain/schema-fact.ts';
import type { SchemaMemory } from '../../src/explain/schema-memory.ts';
import type { ValidationError } from '../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { LIMITS } from '../../src/model/limits.ts';

const schema: JsonSchema = { additionalProperties: false, properties: { replicaCount: {}, name: {} } };

function unknownKeys(keys: readonly string[], memory?: SchemaMemory): SchemaFact[] {
  const errors = keys.map(
    (additionalProperty): ValidationError => ({
      instancePath: '',
      schemaPath: '#/additionalProperties',
      keyword: 'additionalProperties',
      params: { additionalProperty },
    }),
  );
  const data = Object.fromEntries(keys.map((key) => [key, 1]));
  return explainErrors(errors, schema, data, { enforcedByHelm: false, secretAt: () => false, memory });
}

test('what is suggested does not depend on the values that the schema was asked about before', () => {
  const memory: SchemaMemory = {};
  const alone = unknownKeys(['replicaCuont']);
  expect(alone[0]?.help).toContain('replicaCount');
  unknownKeys(['replicas', 'nmae', 'replicaCuont'], memory);
  expect(unknownKeys(['replicaCuont'], memory)).toEqual(alone);
  // The comparing of names that one file may ask for is not used up by others.
  const [make] = memory.neighbours!.values();
  make!().suggest('replicaCuont');
  expect(make!().known.work.left).toBe(LIMITS.nameComparisons);
});

test('the index of keys is made once for a schema', () => {
  const memory: SchemaMemory = {};
  unknownKeys(['replicaCuont'], memory);
  const { keys } = memory;
  expect(keys).toBeDefined();
  unknownKeys(['replicas'], memory);
  expect(memory.keys).toBe(keys);
});
