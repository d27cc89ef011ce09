import { describe, expect, it } from 'vitest';
import { formatPath } from '../../src/model/format-path.ts';
import type { JsonValue } from '../../src/model/json-value.ts';
import { JSON_FUNCTIONS } from '../../src/templates/functions/json-functions.ts';
import { PRINT_FUNCTIONS } from '../../src/templates/functions/print-functions.ts';
import { TOML_FUNCTIONS } from '../../src/templates/functions/toml-functions.ts';
import { YAML_FUNCTIONS } from '../../src/templates/functions/yaml-functions.ts';
import { fromJsonValue } from '../../src/templates/value/from-json-value.ts';
import type { CallContext, GoFunction, GoMap, GoValue } from '../../src/templates/value/go-value.ts';
import type { Origin } from '../../src/templates/value/origin.ts';
import { markSource, piecesOf, sourceOf } from '../../src/templates/value/text-origin.ts';
import { pathOf, placeBelow, sourceParts, valuesRoot } from '../../src/templates/value/values-source.ts';

const FUNCTIONS = new Map(
  [...PRINT_FUNCTIONS, ...JSON_FUNCTIONS, ...YAML_FUNCTIONS, ...TOML_FUNCTIONS].map((one) => [one.name, one]),
);
const CONTEXT = { helm: 4, traced: true, spend: () => undefined } as unknown as CallContext;

/** A value with where it comes from. */
type Traced = readonly [GoValue, Origin | undefined];

const root = valuesRoot();
const fromValues = (key: string, json: JsonValue): Traced => {
  const place = placeBelow(root, key);
  return [fromJsonValue(json, place), place];
};

function call(name: string, ...args: Traced[]): Traced {
  const found = FUNCTIONS.get(name) as GoFunction;
  const values = args.map(([value]) => value);
  const origins = args.map(([, origin]) => origin);
  const result = found.call(values, CONTEXT);
  return [result, found.origin!({ args: values, origins, result, context: CONTEXT })];
}

function paths(source: Parameters<typeof sourceParts>[0]): string {
  return sourceParts(source)
    .map((part) => (part.from === 'place' ? formatPath(pathOf(part)) : part.what))
    .join(' + ');
}

/** Pieces of the text as `text <path`, those that are the same in a row as one. */
function pieces([text, origin]: Traced): string[] {
  let at = 0;
  return piecesOf(origin, (text as string).length).map(({ length, mark }) => {
    const piece = (text as string).slice(at, at + length);
    at += length;
    return `${piece} <${paths(markSource(mark))}`;
  });
}

describe('the pieces of texts', () => {
  it('printf: each argument is a piece, text of the format is constant', () => {
    const traced = call(
      'printf',
      ['%s-%05d!', undefined],
      fromValues('name', 'shop'),
      fromValues('port', 80),
    );
    expect(pieces(traced)).toEqual(['shop <name', '- <', '%!d(float64=00080) <port', '! <']);
  });

  it('printf: an argument keeps its own pieces', () => {
    const inner = call('printf', ['%s:%s', undefined], fromValues('a', 'x'), fromValues('b', 'y'));
    expect(pieces(call('printf', ['[%6s]', undefined], inner))).toEqual([
      '[    <',
      'x <a',
      ': <',
      'y <b',
      '] <',
    ]);
  });

  it('toYaml: keys and scalars come from their entries, what is between them from the whole', () => {
    const traced = call('toYaml', fromValues('m', { a: { b: 'x', c: ['y z', 1] }, d: {} }));
    expect(pieces(traced)).toEqual([
      'a <m.a',
      ':\n   <m',
      'b <m.a.b',
      ':  <m',
      'x <m.a.b',
      '\n   <m',
      'c <m.a.c',
      ':\n  -  <m',
      'y z <m.a.c[0]',
      '\n  -  <m',
      '1 <m.a.c[1]',
      '\n <m',
      'd <m.d',
      ':  <m',
      '{} <m.d',
    ]);
  });

  it('toJson and toToml do as toYaml', () => {
    expect(pieces(call('toJson', fromValues('m', { a: ['x'] })))).toEqual([
      '{ <m',
      '"a" <m.a',
      ':[ <m',
      '"x" <m.a[0]',
      ']} <m',
    ]);
    expect(pieces(call('toToml', fromValues('m', { t: { a: 1 } })))).toEqual([
      '[t]\n   <m',
      'a <m.t.a',
      ' =  <m',
      '1.0 <m.t.a',
      '\n <m',
    ]);
  });

  it.each(['toYaml', 'toJson', 'toPrettyJson'])('%s and back: entries come from where they were', (name) => {
    const text = call(name, fromValues('m', { a: { b: 'x' }, l: ['p', 'q'] }));
    const [result] = call('fromYaml', text);
    const map = result as GoMap;
    const a = map.entries.get('a') as GoMap;
    expect(paths(sourceOf(a.origins?.get('b')))).toBe('m.a.b');
    const list = map.entries.get('l');
    const items = typeof list === 'object' && list?.go === 'list' ? list.origins : [];
    expect(items?.map((item) => paths(sourceOf(item)))).toEqual(['m.l[0]', 'm.l[1]']);
  });

  it('fromYaml: an entry without a value of the release comes from its key', () => {
    const text = call(
      'printf',
      ['%s: true\nb: %s', undefined],
      fromValues('key', 'a'),
      fromValues('value', 'x'),
    );
    const map = call('fromYaml', text)[0] as GoMap;
    expect(paths(sourceOf(map.origins?.get('a')))).toBe('key');
    expect(paths(sourceOf(map.origins?.get('b')))).toBe('value');
  });
});
