import { describe, expect, it } from 'vitest';
import { flagLayer } from '../../src/merge/flag-layer.ts';
import { mergeChart } from '../../src/merge/merge-chart.ts';
import { mergeConflicts } from '../../src/merge/merge-conflicts.ts';
import type { Chart, ChartDependency } from '../../src/model/chart.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import { layer } from './layers-for-tests.ts';

function chart(
  name: string,
  data: JsonObject,
  charts: Chart[] = [],
  dependencies?: ChartDependency[],
): Chart {
  return {
    metadata: { name, version: '1.0.0', ...(dependencies && { dependencies }) },
    values: layer('chart-defaults', `${name}.yaml`, data),
    dependencies: charts,
  };
}

const user = (data: JsonObject) => layer('values-file', 'user.yaml', data);
const cache = (data: JsonObject) => chart('cache', data);
const needs = (name: string, more: Partial<ChartDependency> = {}): ChartDependency => ({
  name,
  version: '*',
  ...more,
});

describe('mergeChart: data', () => {
  it('scopes values to subcharts and hands globals down', () => {
    const top = chart('app', { global: { a: 1 }, cache: { size: 2 } }, [cache({ size: 1, ttl: 5 })]);
    const { root, values } = mergeChart(top, [user({ cache: { ttl: 6 } })]);
    expect(values.data).toEqual({ global: { a: 1 }, cache: { size: 2, ttl: 6, global: { a: 1 } } });
    expect(root.subcharts.map((sub) => [sub.name, sub.path, sub.values.data])).toEqual([
      ['cache', ['cache'], { size: 2, ttl: 6, global: { a: 1 } }],
    ]);
  });

  it('leaves inputs alone', () => {
    const imports = [needs('cache', { importValues: ['data'], alias: 'c' })];
    const top = chart(
      'app',
      { global: { m: { n: { x: 1 } } } },
      [cache({ exports: { data: { a: null, b: { c: 1 } } }, global: { m: { n: { y: 2 } } } })],
      imports,
    );
    const files = [user({ global: { m: { n: { z: 3 } } }, b: { c: null } })];
    const before = JSON.stringify([top, files]);
    mergeChart(top, [...files, flagLayer('set', { text: 'b.d[1]=x,global.m.n.w=1' })]);
    expect(JSON.stringify([top, files])).toBe(before);
  });

  it('says what became of dependencies', () => {
    const top = chart(
      'app',
      { cache: { on: false }, tags: { extra: false } },
      [cache({}), chart('db', {})],
      [
        needs('cache', { condition: 'cache.on' }),
        needs('db', { tags: ['extra'] }),
        needs('gone', { condition: 'tags' }),
      ],
    );
    const { notes, root } = mergeChart(top, []);
    expect(root.subcharts).toEqual([]);
    expect(notes.map(({ kind, dependency, at }) => [kind, dependency.name, at])).toEqual([
      ['missing', 'gone', undefined],
      ['off-by-tags', 'db', ['tags']],
      ['off-by-condition', 'cache', ['cache', 'on']],
    ]);
  });

  it('says where Helm stops and goes on with the chart alone', () => {
    const { failure, values, root } = mergeChart(chart('app', { a: 1 }, [cache({})]), [
      user({ cache: null }),
    ]);
    expect(failure).toMatchObject({
      at: ['cache'],
      problem: 'cache is null, but holds the values of the subchart "cache"',
    });
    expect(values.data).toEqual({ a: 1, cache: null });
    expect(root.subcharts).toEqual([]);
    expect(values.locate(['cache'], 'value').span.source.shown).toBe('user.yaml#/cache:value');
  });
});

describe('mergeChart: provenance', () => {
  const top = chart(
    'app',
    { global: { region: 'eu', m: { x: 1 } }, c: { size: 2, auth: { user: 'u' } }, own: 1 },
    [
      chart(
        'cache',
        {
          size: 1,
          ttl: 5,
          auth: { user: 'd', db: 0 },
          exports: { data: { host: 'h' } },
          plain: { p: { q: 1 } },
        },
        [chart('deep', { z: 1, global: { low: 1 } })],
        [needs('deep')],
      ),
    ],
    [needs('cache', { alias: 'c', importValues: ['data', { child: 'plain', parent: 'got.here' }] })],
  );
  const { values, root } = mergeChart(top, [
    user({ c: { auth: { user: 'me' }, deep: { z: 3 } }, global: { m: { y: 2 } } }),
    flagLayer('set', { text: 'c.extra=1' }),
  ]);
  const where = (...path: (string | number)[]) => values.locate(path, 'value').span.source.shown;
  const scoped = (...path: (string | number)[]) =>
    root.subcharts[0]!.values.locate(path, 'value').span.source.shown;

  it('crosses the border of a subchart: user, parent, subchart', () => {
    expect(where('c', 'auth', 'user')).toBe('user.yaml#/c/auth/user:value');
    expect(where('c', 'size')).toBe('app.yaml#/c/size:value');
    expect(where('c', 'ttl')).toBe('cache.yaml#/ttl:value');
    expect(where('c', 'extra')).toBe('--set c.extra=1');
    expect(where('c', 'deep', 'z')).toBe('user.yaml#/c/deep/z:value');
  });

  it('is the same seen from the subchart', () => {
    expect(scoped('auth', 'user')).toBe('user.yaml#/c/auth/user:value');
    expect(scoped('auth', 'db')).toBe('cache.yaml#/auth/db:value');
    expect(scoped('size')).toBe('app.yaml#/c/size:value');
    const deep = root.subcharts[0]!.subcharts[0]!;
    expect(deep.path).toEqual(['c', 'deep']);
    expect(deep.values.locate(['z'], 'value').span.source.shown).toBe('user.yaml#/c/deep/z:value');
  });

  it('finds globals where they are set, however deep they are read', () => {
    expect(where('c', 'global', 'region')).toBe('app.yaml#/global/region:value');
    expect(where('c', 'deep', 'global', 'm', 'y')).toBe('user.yaml#/global/m/y:value');
    expect(scoped('global', 'm', 'x')).toBe('app.yaml#/global/m/x:value');
    expect(where('c', 'deep', 'global', 'low')).toBe('deep.yaml#/global/low:value');
  });

  it('finds imported values at their source', () => {
    expect(values.data.host).toBe('h');
    expect(where('host')).toBe('cache.yaml#/exports/data/host:value');
    expect(where('got', 'here', 'p', 'q')).toBe('cache.yaml#/plain/p/q:value');
    expect(where('got')).toBe('cache.yaml#/plain:value');
  });

  it('takes the closest ancestor of the user for what nobody wrote', () => {
    expect(where('c', 'auth', 'password')).toBe('user.yaml#/c/auth:key');
    expect(scoped('nothing')).toBe('user.yaml#/c:key');
  });

  it('knows the layers of a path, with the path inside each', () => {
    const setting = values.sourcesSetting(['c', 'auth', 'user']);
    expect(setting.map(({ layer: { label, kind }, at }) => [kind, label, at])).toEqual([
      ['subchart-defaults', 'cache.yaml', ['auth', 'user']],
      ['chart-defaults', 'app.yaml', ['c', 'auth', 'user']],
      ['values-file', 'user.yaml', ['c', 'auth', 'user']],
    ]);
    expect(values.defaultAt(['c', 'auth', 'user'])).toBe('u');
    expect(values.changedByUser(['c', 'auth', 'user'])).toBe(true);
    expect(values.changedByUser(['c', 'size'])).toBe(false);
  });

  it('is not misled by a null that lost: Helm 4.2 drops nulls of the parent', () => {
    const parent = chart('app', { cache: { size: null } }, [cache({ size: 1 })]);
    const now = mergeChart(parent, []).values;
    expect(now.data).toEqual({ cache: { size: 1, global: {} } });
    expect(now.locate(['cache', 'size'], 'value').span.source.shown).toBe('cache.yaml#/size:value');
    const before = mergeChart(parent, [], { helmVersion: '3.21.4' }).values;
    expect(before.data).toEqual({ cache: { global: {} } });
    expect(before.locate(['cache', 'size'], 'value').span.source.shown).toBe('app.yaml#/cache/size:value');
  });

  it('finds conflicts across the border of a subchart', () => {
    const parent = chart('app', { cache: { auth: 'x' } }, [cache({ auth: { user: 'u' }, size: 1 })]);
    const merged = mergeChart(parent, [user({ cache: { size: { max: 1 } } })]).values;
    expect(mergeConflicts(merged).map(({ rule, at }) => `${rule} ${at.join('.')}`)).toEqual([
      'merge/table-replaced-by-value cache.auth',
      'merge/value-replaced-by-table cache.size',
    ]);
  });
});
