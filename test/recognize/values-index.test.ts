import { describe, expect, it } from 'vitest';
import { formatPath } from '../../src/model/format-path.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import { inOrder, nameOf, pathOf, type ValueMap, ValuesIndex } from '../../src/recognize/values-index.ts';

const DATA: JsonObject = {
  b: { port: 1, nested: { Port: 2 } },
  a: { name: 'x', port: 3 },
  hosts: [{ port: 4 }, [{ port: 5, name: 'y' }]],
  port: 6,
};

const index = new ValuesIndex(DATA);
const paths = (maps: readonly ValueMap[]): string[] => maps.map((node) => formatPath(pathOf(node)));

describe('ValuesIndex', () => {
  it('holds every map, parents before children, also those inside lists', () => {
    expect(paths(index.maps)).toEqual(['', 'b', 'a', 'hosts[0]', 'hosts[1][0]', 'b.nested']);
  });

  it('gives the entries of several keys in the order of the maps and, within one, of its keys', () => {
    const found = index.entries(({ lower }) => lower === 'port' || lower === 'name');
    expect(found.map(({ node, key, value }) => [formatPath(pathOf(node, key)), value])).toEqual([
      ['port', 6],
      ['b.port', 1],
      ['a.name', 'x'],
      ['a.port', 3],
      ['hosts[0].port', 4],
      ['hosts[1][0].port', 5],
      ['hosts[1][0].name', 'y'],
      ['b.nested.Port', 2],
    ]);
  });

  it('asks about each key once, however often it is there', () => {
    const asked: string[] = [];
    index.entries(({ key }) => {
      asked.push(key);
      return false;
    });
    expect(asked.toSorted()).toEqual(['Port', 'a', 'b', 'hosts', 'name', 'nested', 'port']);
  });

  it('finds maps by the closest name, through lists', () => {
    const found = index.mapsNamed(({ key }) => key === 'hosts' || key === 'a');
    expect(paths(found)).toEqual(['a', 'hosts[0]', 'hosts[1][0]']);
    expect(found.map(nameOf)).toEqual(['a', 'hosts', 'hosts']);
  });

  it('gives the maps that have one of several keys once each', () => {
    expect(paths(index.holders(['name', 'port', 'none']))).toEqual(['', 'b', 'a', 'hosts[0]', 'hosts[1][0]']);
  });

  it('merges lists of maps that overlap', () => {
    const [root, b, a, host] = index.maps as [ValueMap, ValueMap, ValueMap, ValueMap];
    expect(inOrder([[b, host], [root, b, a], [], [host]])).toEqual([root, b, a, host]);
  });
});
