import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/lint/apply-edits.ts';
import { placeFix } from '../../src/lint/place-fix.ts';
import { loadValues } from '../../src/load/load-values.ts';
import { mergeLayers } from '../../src/merge/merge-layers.ts';
import type { FixProposal } from '../../src/model/fix-proposal.ts';
import { fileSource } from '../../src/model/source.ts';
import type { ValuesPath } from '../../src/model/values-path.ts';

function fixed(text: string, what: Omit<FixProposal, 'title' | 'safe'>): string | undefined {
  const { document } = loadValues(fileSource('values.yaml'), text);
  if (document === undefined) throw new Error('no values file');
  const values = mergeLayers([
    { kind: 'values-file', label: 'values.yaml', data: document.data, document, scope: [] },
  ]);
  const fix = placeFix({ title: 'Mend it', safe: true, ...what }, values);
  if (fix === undefined) return undefined;
  const after = applyEdits(text, fix.edits);
  if (loadValues(fileSource('values.yaml'), after).document === undefined)
    throw new Error(`no YAML: ${after}`);
  return after;
}

const at = (dotted: string): ValuesPath => dotted.split('.');
const remove = (text: string, path: string) => fixed(text, { remove: [at(path)] });
const insert = (text: string, path: string, value: string) =>
  fixed(text, { insert: [{ at: at(path), text: value }] });
const move = (text: string, from: string, to: string) =>
  fixed(text, { move: [{ from: at(from), to: at(to) }] });

describe('removing an entry', () => {
  it('takes its line and the comment behind it', () => {
    expect(remove('a:\n  b: 1 # why\n  c: 2\n', 'a.b')).toBe('a:\n  c: 2\n');
  });
  it('takes all lines of a block', () => {
    expect(remove('a:\n  b:\n    - 1\n\n    - 2\n  c: |\n    x\n', 'a.b')).toBe('a:\n  c: |\n    x\n');
    expect(remove('a:\n  c: |\n    x\n    y\nd: 1\n', 'a.c')).toBe('d: 1\n');
  });
  it('takes the maps that would be empty', () => {
    expect(remove('x: 1\na:\n  b:\n    c: 1\nd: 2\n', 'a.b.c')).toBe('x: 1\nd: 2\n');
  });
  it('keeps a map that holds somebody else’s comment', () => {
    expect(remove('a: # the a\n  b: 1\nd: 2\n', 'a.b')).toBe('a: {} # the a\nd: 2\n');
    expect(remove('a:\n  # about b\n  b: 1\n', 'a.b')).toBe('a: {}\n  # about b\n');
  });
  it('keeps Windows line breaks and a missing one at the end', () => {
    expect(remove('a:\r\n  b: 1\r\n  c: 2\r\n', 'a.b')).toBe('a:\r\n  c: 2\r\n');
    expect(remove('a:\n  b: 1\n  c: 2', 'a.c')).toBe('a:\n  b: 1\n');
  });
  it('handles a key without a value', () => {
    expect(remove('a:\n  b:\n  c: 2\n', 'a.b')).toBe('a:\n  c: 2\n');
  });
  it('gives up where something else is on the line', () => {
    expect(remove('a: {b: 1, c: 2}\n', 'a.b')).toBeUndefined();
    expect(remove('a:\n  - b: 1\n    c: 2\n', 'a.0.b')).toBeUndefined();
    expect(remove('a: &x\n  b: 1\n', 'a.b')).toBeUndefined();
    expect(remove('a:\n  c: 1\n', 'a.b')).toBeUndefined();
  });
});

describe('inserting an entry', () => {
  it('writes it behind the last one of its map', () => {
    expect(insert('a:\n  b:\n    c: 1 # c\n# end\nd: 2\n', 'a.e', '"3"')).toBe(
      'a:\n  b:\n    c: 1 # c\n  e: "3"\n# end\nd: 2\n',
    );
  });
  it('indents further lines', () => {
    expect(insert('a:\n    b: 1\n', 'a.e', '\n  f: 1\n  g: 2')).toBe(
      'a:\n    b: 1\n    e:\n      f: 1\n      g: 2\n',
    );
  });
  it('knows flow maps', () => {
    expect(insert('a: {}\n', 'a.b', '1')).toBe('a: { b: 1 }\n');
    expect(insert('a: {c: [1, 2]} # c\n', 'a.b', '1')).toBe('a: {c: [1, 2], b: 1} # c\n');
    expect(insert('a: {}\n', 'a.b', '\n  c: 1')).toBeUndefined();
  });
  it('works at the top and without a line break at the end', () => {
    expect(insert('a: 1', 'b', 'two')).toBe('a: 1\nb: two');
    expect(insert('a:\r\n  b: 1\r\n', 'a.c', '2')).toBe('a:\r\n  b: 1\r\n  c: 2\r\n');
  });
  it('quotes a key that needs it', () => {
    expect(insert('a:\n  b: 1\n', 'a.x y', '1')).toBe('a:\n  b: 1\n  "x y": 1\n');
    expect(insert('a:\n  b: 1\n', 'a.example', '1')).toBe('a:\n  b: 1\n  example: 1\n');
  });
  it('gives up without the map, or when the key is there', () => {
    expect(insert('a:\n', 'a.b', '1')).toBeUndefined();
    expect(insert('a: 1\n', 'c.b', '1')).toBeUndefined();
    expect(insert('a:\n  b: 1\n', 'a.b', '1')).toBeUndefined();
  });
});

describe('moving an entry up', () => {
  it('keeps value and comments', () => {
    const text = 'p:\n  q:\n    # which account\n    sa: "x"  # quoted\n    r: 1\n  z: 2\n';
    expect(move(text, 'p.q.sa', 'p.sa')).toBe(
      'p:\n  q:\n    r: 1\n  # which account\n  sa: "x"  # quoted\n  z: 2\n',
    );
  });
  it('takes the place of a map that held nothing else', () => {
    expect(move('p:\n  q:\n    sa: x\n  z: 2\n', 'p.q.sa', 'p.sa')).toBe('p:\n  sa: x\n  z: 2\n');
    expect(move('p:\n  q: # the q\n    sa: x\n', 'p.q.sa', 'p.sa')).toBe('p:\n  q: {} # the q\n  sa: x\n');
  });
  it('moves a block and gives it a new name', () => {
    expect(move('p:\n  q:\n    a: 1\n    old:\n      - x\n\n      - y', 'p.q.old', 'p.new')).toBe(
      'p:\n  q:\n    a: 1\n  new:\n    - x\n\n    - y',
    );
  });
  it('keeps Windows line breaks', () => {
    expect(move('p:\r\n  q:\r\n    sa: x\r\n    r: 1\r\n', 'p.q.sa', 'p.sa')).toBe(
      'p:\r\n  q:\r\n    r: 1\r\n  sa: x\r\n',
    );
  });
  it('gives up when the place is taken, inside a flow map or at an alias', () => {
    expect(move('p:\n  q:\n    sa: x\n    r: 1\n  sa: y\n', 'p.q.sa', 'p.sa')).toBeUndefined();
    expect(move('p:\n  q: { sa: x }\n', 'p.q.sa', 'p.sa')).toBeUndefined();
    expect(move('k: &k\n  sa: x\np:\n  q: *k\n', 'p.q.sa', 'p.sa')).toBeUndefined();
  });
});
