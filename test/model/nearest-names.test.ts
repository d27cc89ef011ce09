import { describe, expect, it } from 'vitest';
import { knownNames, nearestName, nearestNames } from '../../src/model/nearest-names.ts';

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
    ['replicas', ['replicaCount'], undefined],
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
