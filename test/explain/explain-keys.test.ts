import { describe, expect, it } from 'vitest';
import { DRAFT_2019, type ExplainCase, explain } from './explain.ts';

const REQUIRED: readonly ExplainCase[] = [
  {
    name: 'required',
    schema: {
      properties: {
        image: {
          properties: { repository: { type: 'string', description: 'x', examples: ['nginx'] } },
          required: ['repository'],
        },
      },
    },
    data: { image: {} },
    says: [
      'schema/required /image/repository: the required key "repository" (a string) is missing in image. Add it, for example repository: "nginx".',
    ],
  },
  {
    name: 'required at the root',
    schema: { required: ['a'] },
    data: {},
    says: ['schema/required /a: the required key "a" is missing.'],
  },
  {
    name: 'required secret',
    schema: { properties: { password: { type: 'string', default: 'changeme' } }, required: ['password'] },
    data: {},
    says: ['schema/required /password: the required key "password" (a string) is missing.'],
  },
  {
    name: 'required through $ref',
    schema: {
      definitions: { i: { required: ['tag'], properties: { tag: { type: 'string', default: '1.0' } } } },
      properties: { image: { $ref: '#/definitions/i' } },
    },
    data: { image: {} },
    says: [
      'schema/required /image/tag: the required key "tag" (a string) is missing in image. Add it, for example tag: "1.0".',
    ],
  },
  {
    name: 'dependencies',
    schema: { properties: { v: { dependencies: { a: ['b'] } } } },
    data: { v: { a: 1 } },
    says: ['schema/dependencies /v/b: v.b is missing, which v.a needs. Set both keys or neither.'],
  },
  {
    name: 'dependencies, schema',
    schema: { properties: { v: { dependencies: { a: { required: ['b'] } } } } },
    data: { v: { a: 1 } },
    says: ['schema/required /v/b: the required key "b" is missing in v because v.a is 1.'],
  },
  {
    name: 'dependentRequired',
    schema: { $schema: DRAFT_2019, properties: { v: { dependentRequired: { a: ['b'] } } } },
    data: { v: { a: 1 } },
    says: ['schema/dependencies /v/b: v.b is missing, which v.a needs. Set both keys or neither.'],
  },
  {
    name: 'dependentSchemas',
    schema: {
      $schema: DRAFT_2019,
      properties: { v: { dependentSchemas: { a: { properties: { b: { type: 'string' } } } } } },
    },
    data: { v: { a: 1, b: 2 } },
    says: [
      'schema/type /v/b: v.b is 2 (a number), but the chart expects a string because v.a is 1. Quote it: "2".',
    ],
  },
];

const UNKNOWN: readonly ExplainCase[] = [
  {
    name: 'near name',
    schema: { properties: { replicaCount: {} }, additionalProperties: false },
    data: { replicacount: 1 },
    says: [
      'schema/unknown-key warning /replicacount~: unknown key "replicacount" at the top level. The chart ignores it silently. Did you mean "replicaCount"?',
    ],
  },
  {
    name: 'dashes',
    schema: { properties: { 'pull-policy': {} }, additionalProperties: false },
    data: { pullPolicy: 1 },
    says: [
      'schema/unknown-key warning /pullPolicy~: unknown key "pullPolicy" at the top level. The chart ignores it silently. Did you mean "pull-policy"?',
    ],
  },
  {
    name: 'edits',
    schema: { properties: { v: { properties: { repository: {} }, additionalProperties: false } } },
    data: { v: { repositry: 1 } },
    says: [
      'schema/unknown-key warning /v/repositry~: unknown key "repositry" in v. The chart ignores it silently. Did you mean "repository"?',
    ],
  },
  {
    name: 'typo of a required key',
    schema: {
      properties: {
        v: { properties: { repository: {} }, required: ['repository'], additionalProperties: false },
      },
    },
    data: { v: { repositry: 1 } },
    says: [
      'schema/unknown-key /v/repositry~: unknown key "repositry" in v. The chart ignores it silently. Did you mean "repository" (required)?',
    ],
  },
  {
    name: 'an unknown key and another missing one',
    schema: {
      properties: {
        v: { properties: { repository: {}, tag: {} }, required: ['tag'], additionalProperties: false },
      },
    },
    data: { v: { repositry: 1 } },
    says: [
      'schema/required /v/tag: the required key "tag" is missing in v.',
      'schema/unknown-key warning /v/repositry~: unknown key "repositry" in v. The chart ignores it silently. Did you mean "repository"?',
    ],
  },
  {
    name: 'one level up',
    schema: {
      properties: { resources: {}, image: { properties: { tag: {} }, additionalProperties: false } },
    },
    data: { image: { resources: {} } },
    says: [
      'schema/unknown-key warning /image/resources~: unknown key "resources" in image. The chart ignores it silently. Did you mean to put it one level up, at resources?',
    ],
  },
  {
    name: 'one level down',
    schema: {
      properties: { image: { properties: { pullPolicy: {} } }, foo: {} },
      additionalProperties: false,
    },
    data: { pullPolicy: 1 },
    says: [
      'schema/unknown-key warning /pullPolicy~: unknown key "pullPolicy" at the top level. The chart ignores it silently. Did you mean image.pullPolicy?',
    ],
  },
  {
    name: 'flattened',
    schema: { properties: { image: { properties: { tag: {} } } }, additionalProperties: false },
    data: { imageTag: 1 },
    says: [
      'schema/unknown-key warning /imageTag~: unknown key "imageTag" at the top level. The chart ignores it silently. Did you mean image.tag?',
    ],
  },
  {
    name: 'name of the parent in front',
    schema: { properties: { image: { properties: { pullPolicy: {} }, additionalProperties: false } } },
    data: { image: { imagePullPolicy: 1 } },
    says: [
      'schema/unknown-key warning /image/imagePullPolicy~: unknown key "imagePullPolicy" in image. The chart ignores it silently. Did you mean "pullPolicy"?',
    ],
  },
  {
    name: 'elsewhere',
    schema: {
      properties: {
        a: { properties: { b: { properties: { fsGroup: {} } } } },
        c: { properties: { x: {} }, additionalProperties: false },
      },
    },
    data: { c: { fsGroup: 1 } },
    says: [
      'schema/unknown-key warning /c/fsGroup~: unknown key "fsGroup" in c. The chart ignores it silently. Did you mean a.b.fsGroup?',
    ],
  },
  {
    name: 'few known',
    schema: { properties: { a: {}, b: {} }, additionalProperties: false },
    data: { zzz: 1 },
    says: [
      'schema/unknown-key warning /zzz~: unknown key "zzz" at the top level. The chart ignores it silently. Known are "a" and "b".',
    ],
  },
  {
    name: 'one known',
    schema: { properties: { a: {} }, additionalProperties: false },
    data: { zzz: 1 },
    says: [
      'schema/unknown-key warning /zzz~: unknown key "zzz" at the top level. The chart ignores it silently. The only known key is "a".',
    ],
  },
  {
    name: 'none known',
    schema: { additionalProperties: false },
    data: { zzz: 1 },
    says: [
      'schema/unknown-key warning /zzz~: unknown key "zzz" at the top level. The chart ignores it silently.',
    ],
  },
  {
    name: 'many known',
    schema: {
      properties: Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`option${i}`, {}])),
      additionalProperties: false,
    },
    data: { zzz: 1 },
    says: [
      'schema/unknown-key warning /zzz~: unknown key "zzz" at the top level. The chart ignores it silently. Nearest of 20 known keys are "option0", "option1", "option2", "option3" and "option4".',
    ],
  },
  {
    name: 'unevaluatedProperties',
    schema: { $schema: DRAFT_2019, allOf: [{ properties: { name: {} } }], unevaluatedProperties: false },
    data: { nmae: 1 },
    says: [
      'schema/unknown-key warning /nmae~: unknown key "nmae" at the top level. The chart ignores it silently. Did you mean "name"?',
    ],
  },
  {
    name: 'required names of Object.prototype',
    schema: { required: ['toString'] },
    data: {},
    says: ['schema/required /toString: the required key "toString" is missing.'],
  },
];

describe('missing keys', () => {
  it.each(REQUIRED)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});

describe('unknown keys', () => {
  it.each(UNKNOWN)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});
