import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { readManifests } from '../../src/dev/kubernetes-cases.ts';
import { typeSchema } from '../../src/kubernetes/schema/type-schema.ts';
import { loadTypes } from '../../src/kubernetes/types/load-types.ts';

const types = await loadTypes(37, [
  'apps/v1',
  'apiextensions.k8s.io/v1',
  'networking.k8s.io/v1',
  'batch/v1',
  'policy/v1',
  'autoscaling/v2',
  'rbac.authorization.k8s.io/v1',
]);

it('gives the schema of a field that a value goes into', () => {
  expect(typeSchema(types, 'core/v1.PodSpec', ['tolerations', 0, 'effect'])).toEqual({
    type: 'string',
    enum: ['NoExecute', 'NoSchedule', 'PreferNoSchedule'],
  });
  expect(typeSchema(types, 'core/v1.Container', ['resources', 'limits', 'cpu'])).toMatchObject({
    type: ['string', 'number'],
  });
  expect(typeSchema(types, 'core/v1.PodSpec', ['nodeSelector'])).toEqual({
    type: 'object',
    additionalProperties: { type: 'string' },
  });
  expect(typeSchema(types, 'core/v1.PodSpec', ['nothing'])).toBeUndefined();
  expect(typeSchema(types, 'core/v1.PodSpec', ['hostNetwork', 'more'])).toBeUndefined();
});

it('holds for what is right, and not for what is wrong', () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    typeSchema(types, 'core/v1.PodSpec', ['affinity'])!,
  );
  const term = { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'a' } } };
  expect(validate({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } })).toBe(
    true,
  );
  expect(validate({ podAntiAffinity: null })).toBe(true);
  expect(validate({ podAntiAffinty: {} })).toBe(false);
  expect(
    validate({
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: {} }] },
    }),
  ).toBe(false);
});

it('ends although types hold themselves', () => {
  expect(
    Object.keys(typeSchema(types, 'apiextensions/v1.CustomResourceDefinition')!.definitions!).length,
  ).toBeGreaterThan(10);
});

it.each(
  readManifests().map(
    (manifest) =>
      [`${String(manifest.kind)} ${String((manifest.metadata as { name: string }).name)}`, manifest] as const,
  ),
)('takes %s', (_, manifest) => {
  const answer = types.kindOf(String(manifest.apiVersion), String(manifest.kind));
  const schema = answer.is === 'served' ? typeSchema(types, answer.type) : undefined;
  if (!schema) throw new Error('no schema');
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  validate(manifest);
  expect(validate.errors).toBeNull();
});
