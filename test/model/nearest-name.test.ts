import { describe, expect, it } from 'vitest';
import { knownNames, nearestName, nearestNames } from '../../src/model/nearest-name.ts';

describe('the nearest name', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['repositry', ['repository', 'registry'], 'repository'],
    ['pull-policy', ['pullPolicy', 'pullSecrets'], 'pullPolicy'],
    ['PORT', ['port', 'ports'], 'port'],
    ['prot', ['port', 'host'], 'port'],
    ['host', ['port', 'tags'], undefined],
    ['hosts', ['host', 'posts'], 'host'],
    ['tag', ['tags'], 'tags'],
    ['ta', ['tag', 'na'], 'tag'],
    ['db', ['id'], undefined],
    ['abc', ['xbc', 'axc'], 'axc'],
    ['xbc', ['abc', 'dbc'], undefined],
    ['replica', ['replicaCount'], 'replicaCount'],
    ['replicas', ['replicaCount'], 'replicaCount'],
    ['replicaCount', ['replicas', 'image'], 'replicas'],
    ['image', ['imagePullSecrets'], undefined],
    ['service', ['serviceAccount'], undefined],
    ['environment', ['env', 'envFrom'], 'env'],
    ['prod', ['production', 'staging'], 'production'],
    ['svcAccount', ['serviceAccount', 'serviceMonitor'], 'serviceAccount'],
    ['img', ['image', 'ingress'], 'image'],
    ['pdb', ['podDisruptionBudget', 'podAnnotations'], 'podDisruptionBudget'],
    ['pod', ['podAnnotations', 'podLabels'], undefined],
    ['externalHost', ['externalPort'], undefined],
    ['networkPolicy', ['networkPolicies'], 'networkPolicies'],
    ['host1', ['host2', 'host3'], undefined],
    ['anything', [], undefined],
    ['', ['a'], undefined],
  ])('to %j among %j is %j', (written, known, nearest) => {
    expect(nearestName(written, knownNames(known))).toBe(nearest);
  });

  it('lists the nearest first', () => {
    expect(nearestNames('colour', knownNames(['flavour', 'color', 'x', 'colours']), 2)).toEqual([
      'color',
      'colours',
    ]);
  });
});
