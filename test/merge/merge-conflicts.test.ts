import { describe, expect, it } from 'vitest';
import { flagLayer } from '../../src/merge/flag-layer.ts';
import { mergeConflicts } from '../../src/merge/merge-conflicts.ts';
import { mergeLayers } from '../../src/merge/merge-layers.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import type { Layer } from '../../src/model/layer.ts';
import { layer, profileDefaults } from './layers-for-tests.ts';

const chart = (data: JsonObject) => layer('chart-defaults', 'values.yaml', data);
const file = (name: string, data: JsonObject) => layer('values-file', name, data);
const conflicts = (...layers: Layer[]) =>
  mergeConflicts(mergeLayers(layers)).map(({ rule, at, stronger, weaker, helmWarns, weakerIsEmpty }) => ({
    what: `${rule} ${at.join('.')}`,
    over: stronger.span?.source.shown,
    under: weaker.span?.source.shown,
    helmWarns,
    weakerIsEmpty,
  }));

describe('mergeConflicts', () => {
  it('finds a value over a map of the chart; Helm is silent at the top level only', () => {
    const found = conflicts(chart({ a: { x: 1 }, m: { b: { y: 1 } } }), file('u', { a: 1, m: { b: [] } }));
    const where = { helmWarns: false, weakerIsEmpty: false };
    expect(found).toEqual([
      {
        what: 'merge/table-replaced-by-value a',
        over: 'u#/a:value',
        under: 'values.yaml#/a:key',
        ...where,
      },
      {
        what: 'merge/table-replaced-by-value m.b',
        over: 'u#/m/b:value',
        under: 'values.yaml#/m/b:key',
        ...where,
        helmWarns: true,
      },
    ]);
  });

  it('finds a map over a value, and says when a placeholder lost', () => {
    const found = conflicts(profileDefaults({ a: 'text', e: '' }), file('u', { a: { x: 1 }, e: { x: 1 } }));
    expect(found).toMatchObject([
      { what: 'merge/value-replaced-by-table a', under: undefined, helmWarns: true, weakerIsEmpty: false },
      { what: 'merge/value-replaced-by-table e', weakerIsEmpty: true },
    ]);
  });

  it('finds conflicts between files and with flags, of which Helm says nothing', () => {
    const found = conflicts(
      file('1', { a: { x: 1 }, b: 'text' }),
      file('2', { b: { y: 1 } }),
      flagLayer('set', { text: 'a=1' }),
    );
    expect(found).toMatchObject([
      { what: 'merge/value-replaced-by-table b', over: '2#/b:key', under: '1#/b:value', helmWarns: false },
      { what: 'merge/table-replaced-by-value a', over: '--set a=1', under: '1#/a:key', helmWarns: false },
    ]);
  });

  it('reports a path once, with the last layer that lost', () => {
    const found = conflicts(chart({ a: { x: 1 } }), file('1', { a: 'text' }), file('2', { a: { x: 2 } }));
    expect(found).toMatchObject([
      { what: 'merge/value-replaced-by-table a', over: '2#/a:key', under: '1#/a:value' },
    ]);
  });

  it('takes nulls for deletions, and lists for values like others', () => {
    expect(
      conflicts(chart({ a: { x: 1 }, b: null, c: [1] }), file('1', { a: null, b: { x: 1 }, c: 's' })),
    ).toEqual([]);
  });

  it('names both sides, both kinds and a way out, and no value', () => {
    const merged = mergeLayers([
      chart({ db: { auth: { user: 'u' } } }),
      file('prod.yaml', { db: { auth: 'hunter2' } }),
    ]);
    expect(mergeConflicts(merged)[0]).toMatchObject({
      problem: 'db.auth is a map in values.yaml, but prod.yaml sets it to a text',
      why: 'Every key of the map is lost, and Helm only logs a warning.',
      help: 'Write a map with the keys to change, or null to remove it on purpose.',
    });
  });
});
