import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { typeFiles } from '../../src/kubernetes/data/type-files.ts';
import type { FieldType } from '../../src/kubernetes/types/field-type.ts';
import { loadTypes } from '../../src/kubernetes/types/load-types.ts';

const data = fileURLToPath(new URL('../../src/kubernetes/data/', import.meta.url));
const kinds = JSON.parse(readFileSync(path.join(data, 'kinds.json'), 'utf8')) as Record<string, string>;
const apiVersions = Object.keys(kinds).map((key) => key.split(' ')[0]!);

describe('the types', () => {
  it('fit into 300 kB', () => {
    const files = readdirSync(data);
    expect(files.length).toBeGreaterThan(20);
    expect(files.reduce((sum, file) => sum + statSync(path.join(data, file)).size, 0)).toBeLessThan(300_000);
  });

  it.each([25, 29, 31, 34, 37])('refer in 1.%i only to types that are there', async (minor) => {
    const types = await loadTypes(minor, apiVersions);
    const lost = new Set<string>();
    const visit = (type: FieldType, from: string): void => {
      if (type.is === 'list' || type.is === 'map') visit(type.of, from);
      else if (type.is === 'type' && !types.typeOf(type.name)) lost.add(`${from}: ${type.name}`);
    };
    for (const [group, load] of Object.entries(typeFiles)) {
      for (const name of Object.keys((await load()).default)) {
        const type = types.typeOf(`${group}/${name}`)!;
        for (const field of type.fields.values()) visit(field.type, `${type.name}.${field.name}`);
      }
    }
    expect([...lost]).toEqual([]);
  });

  it('know what a field holds', async () => {
    const types = await loadTypes(34, ['apps/v1']);
    const pod = types.typeOf('core/v1.PodSpec')!;
    expect(pod.fields.get('containers')).toEqual({
      name: 'containers',
      required: true,
      type: { is: 'list', of: { is: 'type', name: 'core/v1.Container' }, keys: ['name'], isSet: false },
    });
    expect(types.typeOf('core/v1.ContainerPort')!.fields.get('protocol')!.type).toEqual({
      is: 'text',
      words: ['SCTP', 'TCP', 'UDP'],
      fallback: 'TCP',
    });
    expect(types.typeOf('meta/v1.LabelSelector')!.fields.get('matchLabels')!.type).toEqual({
      is: 'map',
      of: { is: 'text' },
    });
    expect(pod.absent.get('evictionResponders')).toEqual({ name: 'evictionResponders', since: 37 });
    expect((await loadTypes(37, [])).typeOf('core/v1.PodSpec')!.absent.get('workloadRef')).toEqual({
      name: 'workloadRef',
      until: 35,
    });
  });

  it('are loaded for the groups that are asked for', async () => {
    const types = await loadTypes(34, ['apps/v1', 'example.com/v1']);
    expect(types.typeOf('apps/v1.Deployment')).toBeDefined();
    expect(types.typeOf('batch/v1.Job')).toBeUndefined();
  });

  it('count a version that is not recorded as the nearest', async () => {
    expect((await loadTypes(99, [])).minor).toBe(37);
    expect((await loadTypes(3, [])).minor).toBe(25);
  });
});

describe('kinds', () => {
  it.each([
    [34, 'apps/v1', 'Deployment', { is: 'served', type: 'apps/v1.Deployment' }],
    [
      34,
      'extensions/v1beta1',
      'Ingress',
      { is: 'removed', until: 21, replacement: 'networking.k8s.io/v1 Ingress' },
    ],
    [34, 'policy/v1beta1', 'PodSecurityPolicy', { is: 'removed', until: 24 }],
    [
      25,
      'autoscaling/v2beta2',
      'HorizontalPodAutoscaler',
      {
        is: 'served',
        type: 'autoscaling/v2beta2.HorizontalPodAutoscaler',
        deprecated: 23,
        replacement: 'autoscaling/v2 HorizontalPodAutoscaler',
      },
    ],
    [
      26,
      'autoscaling/v2beta2',
      'HorizontalPodAutoscaler',
      { is: 'removed', until: 25, replacement: 'autoscaling/v2 HorizontalPodAutoscaler' },
    ],
    [34, 'apps/v1', 'Service', { is: 'elsewhere', apiVersions: ['v1'] }],
    [34, 'apps/v1', 'Sevice', { is: 'unknown' }],
    [34, 'cert-manager.io/v1', 'Certificate', { is: 'unknown' }],
    [34, '__proto__', 'constructor', { is: 'unknown' }],
  ])('1.%i: %s %s', async (minor, apiVersion, kind, answer) => {
    expect((await loadTypes(minor, [apiVersion])).kindOf(apiVersion, kind)).toEqual(answer);
  });
});
