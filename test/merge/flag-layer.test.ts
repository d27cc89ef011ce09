import { describe, expect, it } from 'vitest';
import type { FlagKind } from '../../src/merge/apply-flag.ts';
import { flagLayer } from '../../src/merge/flag-layer.ts';
import { mergeLayers } from '../../src/merge/merge-layers.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import type { Span } from '../../src/model/span.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { layer } from './layers-for-tests.ts';

const flag = (kind: FlagKind, text: string, helmVersion?: string) =>
  flagLayer(kind, { text }, helmVersion ? { helmVersion } : {});
const base = (data: JsonObject) => layer('values-file', 'base.yaml', data);
const shown = (span: Span) => `${span.source.shown}|${span.source.shown.slice(span.start, span.end)}`;

describe('flags over files', () => {
  it('edits the list of a file instead of replacing it', () => {
    const list = ['x', 'y', { a: 1 }];
    const merged = mergeLayers([base({ list }), flag('set', 'list[1]=z'), flag('set', 'list[2].b=2')]);
    expect(merged.data).toEqual({ list: ['x', 'z', { a: 1, b: 2 }] });
    expect(list).toEqual(['x', 'y', { a: 1 }]);
    expect(merged.problems).toEqual([]);
  });

  it('replaces a list of the chart, filling the gaps with nulls', () => {
    const merged = mergeLayers([
      layer('chart-defaults', 'c', { list: ['x', 'y'] }),
      flag('set', 'list[1]=z'),
    ]);
    expect(merged.data).toEqual({ list: [null, 'z'] });
    expect(merged.locate(['list', 0], 'value')).toMatchObject({ written: false });
    expect(shown(merged.locate(['list', 0], 'value').span)).toBe('--set list[1]=z|list');
  });

  it('merges a --set-json map in Helm 4, takes it for a key in Helm 3', () => {
    const layers = [base({ a: { x: 1, y: 2 } }), flag('set-json', ' {"a": {"x": null, "z": [1]}} ')];
    expect(mergeLayers(layers).data).toEqual({ a: { x: null, y: 2, z: [1] } });
    expect(mergeLayers(layers, { helmVersion: '3.21.4' }).problems).toHaveLength(1);
  });

  it('replaces a map by --set-json KEY=MAP', () => {
    const merged = mergeLayers([
      layer('chart-defaults', 'c', { a: { d: 0 } }),
      base({ a: { x: 1 } }),
      flag('set-json', 'a={"y":2}'),
    ]);
    expect(merged.data).toEqual({ a: { y: 2, d: 0 } });
    expect(merged.locate(['a', 'x'], 'value')).toMatchObject({ written: false });
    expect(merged.locate(['a', 'd'], 'value').span.source.shown).toBe('c#/a/d:value');
  });

  it('goes on after a flag that Helm refuses', () => {
    const merged = mergeLayers([base({ a: 'text' }), flag('set', 'a.b=1'), flag('set', 'c=2')]);
    expect(merged.data).toEqual({ a: 'text', c: 2 });
    expect(merged.problems).toHaveLength(1);
  });
});

describe('the places of flags', () => {
  const merged = mergeLayers([
    base({ image: { repository: 'r' }, hosts: [{ host: 'a', tls: true }] }),
    flag('set', 'image.tag=latest,hosts[0].host=b'),
    flag('set', 'list={one, two}'),
    flag('set-json', 'j={"deep": [{"k": "v"}]}, n=1'),
    flag('set-json', '{"whole": {"k": true}}'),
    flag('set-literal', 'lit=a,b.c'),
  ]);
  const where = (part: 'key' | 'value', ...path: (string | number)[]) =>
    shown(merged.locate(path, part).span);

  it('are those of the key and the value inside the flag', () => {
    expect(where('value', 'image', 'tag')).toBe('--set image.tag=latest,hosts[0].host=b|latest');
    expect(where('key', 'image', 'tag')).toBe('--set image.tag=latest,hosts[0].host=b|tag');
    expect(where('key', 'image')).toBe('--set image.tag=latest,hosts[0].host=b|image');
    expect(where('value', 'hosts', 0, 'host')).toBe('--set image.tag=latest,hosts[0].host=b|b');
    expect(where('value', 'hosts', '0', 'host')).toBe('--set image.tag=latest,hosts[0].host=b|b');
    expect(where('value', 'list', 1)).toBe('--set list={one, two}| two');
    expect(where('value', 'list')).toBe('--set list={one, two}|{one, two}');
    expect(where('value', 'lit')).toBe('--set-literal lit=a,b.c|a,b.c');
  });

  it('reach into JSON', () => {
    expect(where('value', 'j', 'deep', 0, 'k')).toBe('--set-json j={"deep": [{"k": "v"}]}, n=1|"v"');
    expect(where('key', 'j', 'deep', 0, 'k')).toBe('--set-json j={"deep": [{"k": "v"}]}, n=1|"k"');
    expect(where('key', 'j', 'deep', 0, 'none')).toBe('--set-json j={"deep": [{"k": "v"}]}, n=1|{"k": "v"}');
    expect(where('value', ' n')).toBe('--set-json j={"deep": [{"k": "v"}]}, n=1|1');
    expect(where('value', 'whole', 'k')).toBe('--set-json {"whole": {"k": true}}|true');
  });

  it('let the file show through where the flag only edits', () => {
    expect(merged.locate(['hosts', 0, 'tls'], 'value').span.source.shown).toBe(
      'base.yaml#/hosts/0/tls:value',
    );
    expect(merged.locate(['image', 'repository'], 'value').span.source.shown).toBe(
      'base.yaml#/image/repository:value',
    );
  });

  it('say which layers set a path', () => {
    expect(merged.layersSetting(['hosts', 0]).map((one) => one.kind)).toEqual(['values-file', 'set']);
    expect(merged.layersSetting(['hosts', 0, 'tls']).map((one) => one.kind)).toEqual(['values-file']);
  });
});

describe('the mistakes in flags', () => {
  const problem = (kind: FlagKind, text: string, data: JsonObject = {}, helmVersion?: string) => {
    const merged = mergeLayers([base(data), flag(kind, text)], helmVersion ? { helmVersion } : {});
    const [first] = merged.problems;
    return (
      first && [
        first.span.source.shown.slice(first.span.start, first.span.end),
        joinStatement(first),
        first.refused,
      ]
    );
  };

  it.each<[FlagKind, string, string, RegExp, JsonObject?]>([
    ['set', 'image.tag', 'tag', /"tag" has no value/],
    ['set', 'a,b=1', 'a', /"a" has no value.*\\,/],
    ['set', 'a=1,,b=2', ',', /Nothing stands before this comma/],
    ['set', 'a[x]=1', 'x', /"x" is not a list index/],
    ['set', 'a[-1]=1', '-1', /-1 is negative/],
    ['set', 'a[70000]=1', '70000', /at most 65536/],
    ['set', 'a[0]b=1', 'b', /"b" cannot follow "\]"/],
    ['set', 'a={x,y', '{x,y', /has no "}"/],
    ['set', 'a.=1', 'a', /followed by no key/],
    ['set', `${'a.'.repeat(31)}b=1`, 'a', /at most 30 levels/],
    ['set', 'a.b.c=1', 'b', /"b.KEY" cannot be set: .* sets "b" to a string/, { a: { b: 'x' } }],
    ['set', 'a[0]=1', 'a', /"a\[0\]" cannot be set: .* sets "a" to null/, { a: null }],
    ['set', 'a[0][0]=1', '0', /sets "0" to a map/, { a: [{}] }],
    ['set-literal', 'a.b', 'b', /"b" has no value/],
    ['set-json', 'a={"b": x}', 'x', /"x" is not JSON here/],
    ['set-json', "a='x'", "'", /"'" is not JSON here/],
    ['set-json', 'a=[1, 2', '', /not complete/],
    ['set-json', 'a=1e999', '1e999', /larger than any number/],
    ['set-json', '{"a": 1} b', 'b', /Nothing may follow/],
    ['set-file', 'a=missing.txt', 'missing.txt', /"missing.txt" cannot be read/],
  ])('%s %s', (kind, text, marked, message, data) => {
    const found = problem(kind, text, data);
    expect(found?.[0]).toBe(marked);
    expect(found?.[1]).toMatch(message);
    expect(found?.[2]).toBe(true);
  });

  it('tells what Helm 4 drops in silence and Helm 3 refuses', () => {
    expect(problem('set', 'a=1,b[0=x')).toEqual(['[0=x', expect.stringContaining('Helm 4 drops'), false]);
    expect(problem('set', 'a=1,b[0=x', {}, '3.21.4')).toEqual([
      '[0=x',
      expect.stringContaining('no "]"'),
      true,
    ]);
  });
});
