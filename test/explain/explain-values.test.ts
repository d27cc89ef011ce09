import { describe, expect, it } from 'vitest';
import { DRAFT_4, type ExplainCase, explain } from './explain.ts';

const ALLOWED: readonly ExplainCase[] = [
  {
    name: 'enum, near',
    schema: { properties: { v: { enum: ['Always', 'IfNotPresent', 'Never'] } } },
    data: { v: 'Allways' },
    says: [
      'schema/enum /v: v is "Allways", but the chart expects "Always", "IfNotPresent" or "Never". Did you mean "Always"?',
    ],
  },
  {
    name: 'enum, case',
    schema: { properties: { v: { enum: ['ClusterIP', 'NodePort'] } } },
    data: { v: 'clusterip' },
    says: [
      'schema/enum /v: v is "clusterip", but the chart expects "ClusterIP" or "NodePort". Did you mean "ClusterIP"?',
    ],
  },
  {
    name: 'enum, swapped letters',
    schema: { properties: { v: { enum: ['http', 'grpc'] } } },
    data: { v: 'htpt' },
    says: ['schema/enum /v: v is "htpt", but the chart expects "http" or "grpc". Did you mean "http"?'],
  },
  {
    name: 'enum, abbreviation',
    schema: { properties: { v: { enum: ['dev', 'staging', 'production'] } } },
    data: { v: 'prod' },
    says: [
      'schema/enum /v: v is "prod", but the chart expects "dev", "staging" or "production". Did you mean "production"?',
    ],
  },
  {
    name: 'enum, nothing near',
    schema: { properties: { v: { enum: ['a', 'b'] } } },
    data: { v: 'zzz' },
    says: ['schema/enum /v: v is "zzz", but the chart expects "a" or "b".'],
  },
  {
    name: 'enum, quoted number',
    schema: { properties: { v: { enum: [1, 3, 5] } } },
    data: { v: '3' },
    says: [
      'schema/enum /v: v is "3", but the chart expects 1, 3 or 5. "3" is a string because it is quoted; remove the quotes.',
    ],
  },
  {
    name: 'enum, unquoted string',
    schema: { properties: { v: { enum: ['1', '2'] } } },
    data: { v: 1 },
    says: ['schema/enum /v: v is 1, but the chart expects "1" or "2". Quote it: "1".'],
  },
  {
    name: 'enum, many',
    schema: { properties: { v: { enum: Array.from({ length: 30 }, (_, i) => `region-${i}`) } } },
    data: { v: 'nowhere' },
    says: [
      'schema/enum /v: v is "nowhere", which is not allowed. Allowed are "region-0", "region-1", "region-2", "region-3", "region-4" and one of 25 other values.',
    ],
  },
  {
    name: 'enum, many and near',
    schema: {
      properties: { v: { enum: ['europe-west', ...Array.from({ length: 30 }, (_, i) => `region-${i}`)] } },
    },
    data: { v: 'europe-wst' },
    says: [
      'schema/enum /v: v is "europe-wst", but the chart expects "europe-west" or one of 30 other values. Did you mean "europe-west"?',
    ],
  },
  {
    name: 'enum of a secret',
    schema: { properties: { v: { enum: ['a', 'b'], 'x-chartlint': { secret: true } } } },
    data: { v: 'hunter2' },
    says: ['schema/enum /v: v is (secret), but the chart expects one of the values it knows.'],
  },
  {
    name: 'const',
    schema: { properties: { v: { const: 5432 } } },
    data: { v: 5433 },
    says: ['schema/const /v: v is 5433, but the chart expects 5432.'],
  },
  {
    name: 'const with its reason',
    schema: { properties: { v: { const: 5432, description: 'The chart hard-codes the port. More text.' } } },
    data: { v: 5433 },
    says: ['schema/const /v: v is 5433, but the chart expects 5432. The chart hard-codes the port.'],
  },
  {
    name: 'const, quoted',
    schema: { properties: { v: { const: true } } },
    data: { v: 'true' },
    says: [
      'schema/const /v: v is "true", but the chart expects true. "true" is a string because it is quoted; remove the quotes.',
    ],
  },
];

const NUMBERS: readonly ExplainCase[] = [
  {
    name: 'minimum',
    schema: { properties: { v: { minimum: 1 } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0, but the chart expects at least 1.'],
  },
  {
    name: 'maximum',
    schema: { properties: { v: { maximum: 10 } } },
    data: { v: 11 },
    says: ['schema/maximum /v: v is 11, but the chart expects at most 10.'],
  },
  {
    name: 'exclusiveMinimum',
    schema: { properties: { v: { exclusiveMinimum: 0 } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0, but the chart expects more than 0.'],
  },
  {
    name: 'exclusiveMaximum',
    schema: { properties: { v: { exclusiveMaximum: 1 } } },
    data: { v: 1 },
    says: ['schema/maximum /v: v is 1, but the chart expects less than 1.'],
  },
  {
    name: 'draft-04 exclusive',
    schema: { $schema: DRAFT_4, properties: { v: { minimum: 0, exclusiveMinimum: true } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0, but the chart expects more than 0.'],
  },
  {
    name: 'multipleOf',
    schema: { properties: { v: { multipleOf: 2 } } },
    data: { v: 3 },
    says: ['schema/multiple-of /v: v is 3, but the chart expects a multiple of 2.'],
  },
  {
    name: 'several limits are one mistake of each kind',
    schema: { properties: { v: { minimum: 5, exclusiveMinimum: 5 } } },
    data: { v: 1 },
    says: ['schema/minimum /v: v is 1, but the chart expects at least 5.'],
  },
];

describe('a value that is not among those allowed', () => {
  it.each(ALLOWED)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});

describe('numbers', () => {
  it.each(NUMBERS)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});
