import { describe, expect, it } from 'vitest';
import { mergeLayers } from '../../src/merge/merge-layers.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import { fileSource } from '../../src/model/source.ts';
import { layer, profileDefaults } from './layers-for-tests.ts';

const chart = (data: JsonObject) => layer('chart-defaults', 'chart/values.yaml', data);
const file = (name: string, data: JsonObject) => layer('values-file', name, data);

describe('mergeLayers: data', () => {
  it('merges maps, replaces lists and scalars, the last file wins', () => {
    const merged = mergeLayers([
      chart({ a: { x: 1, y: 2 }, list: [1, 2], s: 'd' }),
      file('a.yaml', { a: { x: 3 }, list: [9] }),
      file('b.yaml', { a: { x: 4, z: 5 } }),
    ]);
    expect(merged.data).toEqual({ a: { x: 4, y: 2, z: 5 }, list: [9], s: 'd' });
  });

  it('puts the kinds into the order of Helm and keeps the order within a kind', () => {
    const merged = mergeLayers([
      layer('set-string', 's', { k: 'set-string' }),
      file('b.yaml', { k: 'b', f: 'b' }),
      file('c.yaml', { f: 'c' }),
      chart({ k: 'chart' }),
    ]);
    expect(merged.data).toEqual({ k: 'set-string', f: 'c' });
    expect(merged.layers.map((one) => one.kind)).toEqual([
      'chart-defaults',
      'values-file',
      'values-file',
      'set-string',
    ]);
  });

  it('deletes a default by a null and keeps other nulls as the version does', () => {
    const layers = [
      chart({ gone: 1, m: { gone: 1, n: null } }),
      file('a.yaml', { gone: null, m: { gone: null, u: null } }),
    ];
    expect(mergeLayers(layers, { helmVersion: '3.19.0' }).data).toEqual({ m: { n: null } });
    expect(mergeLayers(layers, { helmVersion: '3.21.4' }).data).toEqual({ m: { n: null, u: null } });
    expect(mergeLayers(layers).data).toEqual({ m: { u: null } });
  });

  it('lets a later file bring back what an earlier one deleted, defaults included', () => {
    const merged = mergeLayers([
      chart({ a: { x: 1, y: 2 } }),
      file('a.yaml', { a: null }),
      file('b.yaml', { a: { x: 7 } }),
    ]);
    expect(merged.data).toEqual({ a: { x: 7, y: 2 } });
  });

  it('changes no input and shares what nothing is laid over', () => {
    const untouched = { deep: { list: [1, { a: 1 }] } };
    const defaults = { untouched, a: { b: { c: 1 } } };
    const user = { a: { b: { d: null, e: 1 } }, own: { x: [1] } };
    const before = JSON.stringify([defaults, user]);
    const merged = mergeLayers([
      chart(defaults),
      file('a.yaml', user),
      file('b.yaml', { a: { b: { e: 2 } } }),
    ]);
    expect(JSON.stringify([defaults, user])).toBe(before);
    expect(merged.data.untouched).toBe(untouched);
    expect(merged.data.own).toBe(user.own);
  });

  it('treats __proto__ as a key like any other', () => {
    const evil = JSON.parse('{"__proto__": {"polluted": 1}, "m": {"__proto__": {"b": 2}}}') as JsonObject;
    const merged = mergeLayers([
      chart(JSON.parse('{"__proto__": {"weak": 1}, "m": {"__proto__": {"a": 1}}}') as JsonObject),
      file('a.yaml', evil),
    ]);
    expect(JSON.stringify(merged.data)).toBe(
      '{"__proto__":{"polluted":1,"weak":1},"m":{"__proto__":{"b":2,"a":1}}}',
    );
    expect(Object.getPrototypeOf(merged.data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('mergeLayers: provenance', () => {
  const merged = mergeLayers([
    chart({ image: { tag: 'v1', repository: 'r' }, list: ['a', 'b'], gone: { x: 1 }, s: { t: 1 } }),
    file('a.yaml', { image: { tag: 'v2' }, list: ['c'], s: 'scalar' }),
    file('b.yaml', { image: { tag: 'v3' }, gone: null }),
  ]);
  const where = (...path: (string | number)[]) => {
    const origin = merged.locate(path, 'value');
    return [origin.span.source.shown, origin.written];
  };

  it('finds the strongest layer that writes the path', () => {
    expect(where('image', 'tag')).toEqual(['b.yaml#/image/tag:value', true]);
    expect(where('image', 'repository')).toEqual(['chart/values.yaml#/image/repository:value', true]);
    expect(where('list', 0)).toEqual(['a.yaml#/list/0:value', true]);
    expect(merged.locate(['image', 'tag'], 'key').span.source.shown).toBe('b.yaml#/image/tag:key');
  });

  it('looks behind no list, scalar or null', () => {
    expect(where('list', 1)).toEqual(['a.yaml#/list:key', false]);
    expect(where('gone', 'x')).toEqual(['b.yaml#/gone:key', false]);
    expect(where('s', 't')).toEqual(['a.yaml#/s:key', false]);
  });

  it('finds a deleted key at the null that deleted it', () => {
    expect(where('gone')).toEqual(['b.yaml#/gone:value', true]);
  });

  it('takes the closest ancestor in a user file for what nobody wrote, else the strongest file', () => {
    expect(where('image', 'pullPolicy')).toEqual(['b.yaml#/image:key', false]);
    expect(where('nothing', 'here')).toEqual(['b.yaml#:key', false]);
  });

  it('takes a written ancestor for the defaults of a profile', () => {
    const profile = mergeLayers([
      profileDefaults({ image: { tag: 'v1', pull: 'Always' } }),
      file('a.yaml', { image: { tag: 'v2' } }),
      file('b.yaml', { other: 1 }),
    ]);
    expect(profile.locate(['image', 'pull'], 'value')).toEqual({
      span: { source: fileSource('a.yaml#/image:key'), start: 0, end: 1 },
      written: false,
    });
    expect(profile.locate(['none'], 'value').span.source.shown).toBe('b.yaml#:key');
  });

  it('never fails', () => {
    expect(mergeLayers([]).locate(['a', 0], 'key')).toEqual({
      span: { source: fileSource(''), start: 0, end: 0 },
      written: false,
    });
  });

  it('names the layers that set a path, what the default is, and whether the user changed it', () => {
    expect(merged.layersSetting(['image', 'tag']).map((one) => one.label)).toEqual([
      'chart/values.yaml',
      'a.yaml',
      'b.yaml',
    ]);
    expect(merged.defaultAt(['image', 'tag'])).toBe('v1');
    expect(merged.changedByUser(['image', 'tag'])).toBe(true);
    expect(merged.changedByUser(['image', 'repository'])).toBe(false);
    expect(merged.changedByUser(['gone'])).toBe(true);
    const same = mergeLayers([chart({ a: { b: [1] } }), file('a.yaml', { a: { b: [1] } })]);
    expect(same.changedByUser(['a'])).toBe(false);
  });
});
