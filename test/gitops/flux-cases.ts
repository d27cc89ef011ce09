import type { FluxCase } from '../../src/dev/flux-case.ts';
import type { JsonObject } from '../../src/model/json-value.ts';

const one = (name: string, values: JsonObject, refs: FluxCase['refs'], maps: FluxCase['maps']): FluxCase => ({
  name,
  values,
  refs,
  maps,
});
const from = (name: string, targetPath?: string): FluxCase['refs'][number] => ({
  kind: 'ConfigMap',
  name,
  ...(targetPath === undefined ? {} : { targetPath }),
});
const text = (value: string): Record<string, string> => ({ 'values.yaml': value });

/** How Flux orders, merges and types values (fluxcd/pkg chartutil, `ChartValuesFromReferences`). */
export const FLUX_CASES: readonly FluxCase[] = [
  one('a later reference wins', {}, [from('a'), from('b')], {
    a: text('x: 1\nm: {p: 1, q: 1}\n'),
    b: text('x: 2\nm: {p: 2}\n'),
  }),
  one('spec.values wins over references', { x: 3 }, [from('a')], { a: text('x: 1\ny: 1\n') }),
  one('a text is read as Helm reads it', {}, [from('a')], {
    a: text('b: yes\nc: 0644\nd: 2024-01-01\ne: 1_000\n'),
  }),
  one('a target at the top loses to spec.values', { a: 1 }, [from('t', 'a')], { t: text('9') }),
  one('a target below a map that only spec.values has wins', { m: { x: 1 } }, [from('t', 'm.x')], {
    t: text('9'),
  }),
  one('a target below a map that a reference has loses', { m: { x: 1 } }, [from('c'), from('t', 'm.x')], {
    c: text('m: {z: 2}\n'),
    t: text('9'),
  }),
  one('the first of two targets for one key wins', { m: { x: 1 } }, [from('t', 'm.x'), from('u', 'm.x')], {
    t: text('8'),
    u: text('9'),
  }),
  one('a later document wins over a target', {}, [from('t', 'm.x'), from('c')], {
    t: text('9'),
    c: text('m: {x: 2}\n'),
  }),
  one('only the first document of a text counts', {}, [from('a')], { a: text('x: 1\n---\ny: 2\n') }),
  one('an optional target without its key is passed over', {}, [{ ...from('t', 'm.x'), optional: true }], {
    t: {},
  }),
  one('a target after a document wins', {}, [from('c'), from('t', 'm.x')], {
    t: text('9'),
    c: text('m: {x: 2, y: 2}\n'),
  }),
  one('targets of another key stay', { m: { x: 1 } }, [from('t', 'm.y')], { t: text('9') }),
  one('digits become a number', {}, [from('t', 'a')], { t: text('12345') }),
  one('text with a line end stays text', {}, [from('t', 'a')], { t: text('12345\n') }),
  one('decimals and leading zeros stay text', {}, [from('t', 'a'), from('u', 'b')], {
    t: text('1.10'),
    u: text('007'),
  }),
  one('true and null are typed', {}, [from('t', 'a'), from('u', 'b')], { t: text('true'), u: text('null') }),
  one('quotes make text', {}, [from('t', 'a'), from('u', 'b')], { t: text('"12345"'), u: text("'true'") }),
  one('braces make a list', {}, [from('t', 'a')], { t: text('{x,2}') }),
  one('a comma without a key is refused', {}, [from('t', 'a')], { t: text('x,y') }),
  one('a comma with a key sets that key', {}, [from('t', 'a')], { t: text('x,b=y') }),
  one(
    'literal takes the text as it is',
    {},
    [{ kind: 'ConfigMap', name: 't', targetPath: 'a', literal: true }],
    { t: text('{x,y}=1') },
  ),
  one('an item of a list', { l: [1, 2, 3] }, [from('t', 'l[1]')], { t: text('9') }),
  one('a key of an item', { l: [{ n: 1 }] }, [from('t', 'l[0].n')], { t: text('9') }),
  one('a dot in a key is escaped', {}, [from('t', 'a\\.b')], { t: text('x') }),
  one('what is optional may be missing', { a: 1 }, [{ kind: 'ConfigMap', name: 'gone', optional: true }], {}),
  one(
    'an optional key may be missing',
    { a: 1 },
    [{ kind: 'Secret', name: 'a', valuesKey: 'gone', optional: true }],
    { a: text('x: 1\n') },
  ),
  one('null in spec.values stays', { a: null }, [from('a')], { a: text('a: 1\nb: 1\n') }),
  one('lists are replaced', { l: [9] }, [from('a')], { a: text('l: [1, 2]\n') }),
  one('a map over a single value', { a: { b: 1 } }, [from('a')], { a: text('a: 1\n') }),
];
