import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { loadYaml } from '../../src/load/load-yaml.ts';
import { fileSource } from '../../src/model/source.ts';
import { textAt } from './loaded.ts';

type Case = readonly [
  about: string,
  text: string,
  path: readonly (string | number)[],
  key: string,
  value: string,
];

const CASES: readonly Case[] = [
  ['a plain value', 'a: b # c\n', ['a'], 'a', 'b'],
  ['quotes', "\"a b\": 'c''d'\n", ['a b'], '"a b"', "'c''d'"],
  ['CRLF and a byte order mark', '\uFEFFx: 1\r\na: b\r\n', ['a'], 'a', 'b'],
  ['text over two lines', 'a: b\n  c\nd: e\n', ['a'], 'a', 'b\n  c'],
  ['a literal block', 'a: |-  # why\n  b\n  c  \n\n  \nd: e\n', ['a'], 'a', '|-  # why\n  b\n  c  '],
  ['a block in a list', 'a:\n  - >\n    b\n\n  - c\n', ['a', 0], '>\n    b', '>\n    b'],
  ['a block without lines', 'a: |\nb: c\n', ['a'], 'a', '|'],
  ['a block with an anchor', 'a: &x !!str |\n  b\n', ['a'], 'a', '|\n  b'],
  ['a map', 'a:\n  b: 1 # x\n  c:\n    d: 2\n\n# end\ne: 3\n', ['a'], 'a', 'b: 1 # x\n  c:\n    d: 2'],
  ['a list', 'a:\n- b\n- c: 1\n  d: 2\n\ne: 3\n', ['a'], 'a', '- b\n- c: 1\n  d: 2'],
  ['a list item', 'a:\n- b\n- c: 1\n  d: 2\n', ['a', 1], 'c: 1\n  d: 2', 'c: 1\n  d: 2'],
  ['an index as text', 'a: [b, c]\n', ['a', '1'], 'c', 'c'],
  ['brackets', 'a: [b, {c: d} , # x\n  ]\ne: f\n', ['a'], 'a', '[b, {c: d} , # x\n  ]'],
  ['brackets in brackets', 'a: [b, { c: d } ]\n', ['a', 1], '{ c: d }', '{ c: d }'],
  ['brackets at the margin', 'a: {\n  b: [\n]\n}\n', ['a', 'b'], 'b', '[\n]'],
  ['empty brackets', 'a: { }\nb: []\n', ['a'], 'a', '{ }'],
  ['a pair in brackets', 'a: [b: c, d]\n', ['a', 0], 'b: c', 'b: c'],
  ['inside a pair in brackets', 'a: [b: c, d]\n', ['a', 0, 'b'], 'b', 'c'],
  ['a list with an anchor', 'a: &x [1]\n', ['a'], 'a', '&x [1]'],
  ['a map with a tag and an anchor', 'a: !!map &x\n  b: 1\n', ['a'], 'a', '!!map &x\n  b: 1'],
  ['an alias', 'a: &x [1]\nb: *x\n', ['b'], 'b', '&x [1]'],
  ['a boolean key by the name that stands there', 'a: {y: 1}\nNo: {b: 2}\n', ['a', 'y'], 'y', '1'],
  ['below a boolean key by the name that stands there', 'No: {b: 2}\n', ['No', 'b'], 'b', '2'],
  ['not another name that is read the same', 'a: {y: 1}\n', ['a', 'yes'], 'a', 'a'],
  ['through an alias', 'a: &x {c: 1}\nb: *x\n', ['b', 'c'], 'c', '1'],
  ['through a merge', 'a: &x {c: 1}\nb:\n  <<: *x\n  d: 2\n', ['b', 'c'], 'c', '1'],
  ['next to a merge', 'a: &x {c: 1}\nb:\n  <<: *x\n  d: 2\n', ['b'], 'b', '<<: *x\n  d: 2'],
  ['a key of another type', 'yes: 1\n', ['true'], 'yes', '1'],
  ['a key that looks like an index', '0: a\n', [0], '0', 'a'],
  ['a key like a property of objects', 'constructor: a\n', ['constructor'], 'constructor', 'a'],
  ['what is not written', 'a:\n  b: 1\n', ['a', 'c', 'd'], 'a', 'a'],
  ['what is not written below a text', 'a: b\n', ['a', 'length'], 'a', 'a'],
  ['an index past the end', 'a: [b]\n', ['a', 1], 'a', 'a'],
  ['what is not written below an item', 'a: [{b: 1}]\n', ['a', 0, 'c'], '{b: 1}', '{b: 1}'],
];

describe('locate', () => {
  it.each(CASES)('%s', (_, text, path, key, value) => {
    expect(textAt(text, path, 'key')).toBe(key);
    expect(textAt(text, path, 'value')).toBe(value);
  });

  it.each<[string, string, readonly (string | number)[], number]>([
    ['a null at the end of a map', 'a:\nb: 1\n', ['a'], 2],
    ['a null before a comment', 'a : # none\n', ['a'], 3],
    ['a null with an anchor', 'a: &x\nb: *x\n', ['a'], 5],
    ['a null in a list', 'a:\n  -\n  - b\n', ['a', 0], 6],
    ['a later null in a list', 'a:\n  - b\n  - # c\n', ['a', 1], 12],
    ['a null between brackets', 'a: {b, c: }\n', ['a', 'b'], 5],
    ['a null behind its colon', 'a: {b, c: }\n', ['a', 'c'], 9],
    ['the root', '# x\na: 1\n', [], 0],
    ['nothing of the path', '# x\na: 1\n', ['b', 'c'], 0],
    ['an empty file', '', ['b'], 0],
  ])('points between two characters for %s', (_, text, path, offset) => {
    const span = loadValues(fileSource('values.yaml'), text).document?.locate(path, 'value');
    expect(span).toEqual({ source: fileSource('values.yaml'), start: offset, end: offset });
  });

  it('searches a map of many keys', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `key${i}: v${i}\n`).join('');
    expect(textAt(text, ['key2999'])).toBe('v2999');
    expect(textAt(text, ['key3000'])).toBe('');
  });
});

describe('writes', () => {
  it.each<[readonly (string | number)[], boolean]>([
    [[], true],
    [['a'], true],
    [['a', 'b'], true],
    [['a', 'b', 'c'], false],
    [['l', 0], true],
    [['l', '1'], false],
    [['toString'], false],
  ])('%j: %s', (path, expected) => {
    const { document } = loadValues(fileSource('values.yaml'), 'a: {b: null}\nl: [x]\n');
    expect(document?.writes(path)).toBe(expected);
  });
});

describe('loadYaml', () => {
  it('reads any root, of the first document only', () => {
    expect(loadYaml(fileSource('x'), '- a: 1\n- b\n---\nc\n').data).toEqual([{ a: 1 }, 'b']);
    expect(loadYaml(fileSource('x'), 'text\n').data).toBe('text');
    expect(loadYaml(fileSource('x'), '').data).toBeNull();
  });

  it('knows the places', () => {
    expect(loadYaml(fileSource('x'), '- a: 1\n').document?.locate([0, 'a'], 'value')).toEqual({
      source: fileSource('x'),
      start: 5,
      end: 6,
    });
  });

  it('has no data when the file cannot be read', () => {
    const { data, document, findings } = loadYaml(fileSource('x'), 'a: [\n');
    expect([data, document, findings[0]?.rule]).toEqual([undefined, undefined, 'yaml/syntax']);
  });
});
