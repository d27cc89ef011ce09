import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSimple, readerDifference } from '../../src/dev/reader-difference.ts';
import { someLines } from '../../src/dev/some-lines.ts';
import { yamlFiles } from '../../src/dev/yaml-files.ts';
import { controlComments } from '../../src/load/control-comments.ts';
import { loadValues } from '../../src/load/load-values.ts';
import { fileSource } from '../../src/model/source.ts';
import { randomRuns } from '../random-runs.ts';

/** Read by the fast reader itself, and as the other reads them. */
const READ: readonly (readonly [about: string, text: string])[] = [
  ['nothing', ''],
  ['comments alone', '# a\n\n  # b'],
  ['a marker before the values', '# a\n--- # b\nc: 1\n'],
  ['a marker and nothing else', '---\n'],
  ['a byte order mark', '\uFEFFa: b\n'],
  ['carriage returns', '# a\r\nb:\r\n  c: "d" # e\r\n  f: [1,\r\n   2]\r\n\r\ng:\r\n'],
  ['no line end at the end', 'a:\n  - b'],
  ['nulls', 'a:\nb: # c\nd: ~\ne:\n  -\n  - null\n  - # f\n'],
  ['numbers and words of YAML 1.1', 'a: 0x1F\nb: 1_000\nc: yes\nd: 0o17\ne: 017\nf: .5\ng: -1e3\nh: 1.2.3\n'],
  ['numbers that lose digits', 'a: 12345678901234567890\nb: 9007199254740993\nc: 1e400\n'],
  ['keys that are no text', 'yes: 1\n8080: 2\n1.0: 3\n'],
  ['keys like properties of objects', 'constructor: 1\ntoString:\n  hasOwnProperty: 2\n'],
  ['keys with spaces, quotes and slashes', "a b : 1\n\"c: d\" : 2\n'e''f': 3\ng.h/i: 4\n"],
  [
    'maps and lists in lists',
    'a:\n- b: 1\n  c:\n  - d\n  -   e: 2\n      f: 3\n- - g\n  - - h\n-\n  i: 4\nj: 5\n',
  ],
  ['quotes', 'a: \'b # c\'\nd: "e\\n\\"f\\\\\\tg"\nh: \'\'\ni:\n  - "j: k"\n'],
  [
    'quotes over lines',
    "a: \"b\n  c\"\nd:\n  - 'e: # it''s\n    f\n\n\n    g' # h\n  - \"\n   i\\n\r\n   \"\nj:\n  'k\n\n   l'\nm: 1\n",
  ],
  ['signs inside plain text', 'a: b#c d:e [f] {g} "h", - i?\nj: -k\nl: http://m:1/?n=o&p\n'],
  ['text over lines', 'a: b\n  c # d\ne:\n  f  \n\n\n  - g\nh:\n- 1\n  2\n-\n  i\n   "j"\nk: l\n # m\n'],
  ['values below their keys', 'a:\n  "b"\nc:\n  # d\n  |\n  e\nf:\n  [g]\nh:\n    8080\n'],
  ['brackets', 'a: {}\nb: []\nc: [1, {d: e, "f":g}, [h,], "i"] # j\nk: {l: {m: n}}\n'],
  ['brackets over lines', 'a: [\n  b, # c\n\n  d\n  ]\ne: {\n   f: 1,\n   "g" :\n     2 }\n'],
  ['JSON', '{\n"a": {"b":[1,2.5,true,null],"c":"d\\ne"}\n}\n'],
  ['literal blocks', 'a: |\n  b\n    c # d\n\n  e\nf: |-\n  g\n\n\nh:\n  - |+ # i\n    j\n\n  - k\n'],
  ['blocks of nothing', 'a: |\nb: >-\n\n# c\nd:\n  e: |+\n  # f\n  g: |\n\n\nh:\n- |\n- |-\ni: |'],
  ['folded blocks', 'a: >\n  b\n  c\n\n  d\n    e\n\n    f\n  g\nh: >-\n\n  i\n  j\n# k\nl: 1\n'],
  ['a block at the end of the text', 'a: |\n  b'],
  ['a comment less indented than the block above', 'a:\n  b: |\n    c\n # d\n  e: f\n'],
  ['characters beyond ASCII', 'a: é😀 # ⚠️\n"ü": \'\u00A0\'\n'],
];

/** Left to the other reader, which has something to say about them or knows their rare signs. */
const LEFT: readonly (readonly [about: string, text: string])[] = [
  ['anchors', 'a: &b 1\n'],
  ['aliases', 'a: *b\n'],
  ['tags', 'a: !!str 1\n'],
  ['merges', 'a:\n  <<: {b: 1}\n'],
  ['directives', '%YAML 1.1\n---\na: 1\n'],
  ['several documents', 'a: 1\n---\nb: 2\n'],
  ['the end of a document', 'a: 1\n...\n'],
  ['text behind the marker', '--- a: 1\n'],
  ['a line that looks like a marker', 'a: 1\n---b: 2\n'],
  ['explicit keys', '? a\n: 1\n'],
  ['repeated keys', 'a: 1\na: 2\n'],
  ['a key that is the prototype', '__proto__: 1\n'],
  ['a key that is null', '~: 1\n'],
  ['a key that is too big', '18446744073709551615: 1\n'],
  ['a key that is too long', `${'k'.repeat(1025)}: 1\n`],
  ['text over lines with a comment in between', 'a: b\n  # c\n  d\n'],
  ['a key in the second line of a text', 'a: b\n  c: d\n'],
  ['quotes over lines that are no deeper', 'a:\n  b: "c\n  d"\n'],
  ['space before a line end in quotes', 'a: "b \n  c"\n'],
  ['an escaped line end', 'a: "b\\\n  c"\n'],
  ['a key over lines', '- "a\n  b": c\n'],
  ['other escapes', 'a: "\\u00e9"\n'],
  ['escapes that Helm refuses', 'a: "\\/"\n'],
  ['tabs', 'a:\tb\n'],
  ['a second colon', 'a: b: c\n'],
  ['no space behind the colon', 'a:b\n'],
  ['a list on the line of its key', 'a: - b\n'],
  ['indentation between two levels', 'a:\n    b: 1\n  c: 2\n'],
  ['values that are deeper than a value', 'a: 1\n  b: 2\n'],
  ['text behind a quote', 'a: "b" c\n'],
  ['a quote without end', 'a: "b\n'],
  ['brackets without end', 'a: [b\n'],
  ['brackets that are not indented', 'a: [\nb]\n'],
  ['brackets as keys', '{a: 1}: 2\n'],
  ['templates', 'a: {{ .b }}\n'],
  ['a pair in brackets', 'a: [b: c]\n'],
  ['a key without value in brackets', 'a: {b}\n'],
  ['a question mark in brackets', 'a: [b?]\n'],
  ['two commas', 'a: [b,,c]\n'],
  ['a comment that touches', 'a: [b]# c\n'],
  ['numbers that JSON does not have', 'a: .inf\n'],
  ['blocks with a given indentation', 'a: |2\n   b\n'],
  ['a block of line ends that are kept', 'a: |+\n\nb: 1\n'],
  ['a block of nothing with a comment at the sign', 'a: | # b\n\nc: 1\n'],
  ['a block of nothing with a space at the sign', 'a: | \nb: 1\n'],
  ['blocks that start with deeper blank lines', 'a: |\n     \n  b\n'],
  ['a control character', 'a: \u0007\n'],
  ['half a character', 'a: \uD83D\n'],
  ['what is no UTF-8', 'a: \uDCE9\n'],
  ['other line ends', 'a: b\u2028c\rd: e\n'],
  ['a byte order mark in the middle', 'a: b\n\uFEFFc: d\n'],
  ['text alone', 'a\n'],
  ['nesting deeper than anybody writes', `a: ${'['.repeat(150)}${']'.repeat(150)}\n`],
];

describe('simple YAML', () => {
  it.each(READ)('is read: %s', (_, text) => {
    expect(isSimple(text)).toBe(true);
    expect(readerDifference(text)).toBeUndefined();
  });

  it.each(LEFT)('is left to the other reader: %s', (_, text) => {
    expect(isSimple(text)).toBe(false);
    expect(readerDifference(text)).toBeUndefined();
  });
});

/** Pieces of YAML that meet in every order. */
const PIECES = fc.constantFrom(
  ...[
    'a',
    'b: ',
    'k:\n',
    'k: v',
    '- ',
    '-',
    '- k: v',
    '"q"',
    "'it''s'",
    '"a\\n"',
    '"k":',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    ', ',
    ',',
    ': ',
    ':',
    '# c',
    ' # c',
    '|',
    '>',
    '|-',
    '>+',
    '? ',
    '&a ',
    '*a',
    '!t ',
    '<<: ',
    'yes',
    'null',
  ],
  ...[
    '~',
    '0x1f',
    '-1',
    '.5',
    '1_0',
    '.nan',
    'x y',
    '\n',
    '\n',
    '\n  ',
    '\n  ',
    '\n    ',
    '\n\n',
    '\r\n',
    ' ',
  ],
  ...['---', '...', '\t', '\u2028', '😀', '%', '@'],
);

interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly piece: string;
}

const DAMAGE = fc.array(
  fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), piece: fc.oneof(fc.constant(''), PIECES) }),
  { maxLength: 3 },
);

/** Some lines of the text with pieces cut out and put in. */
function damaged(text: string, from: number, damage: readonly Damage[]): string {
  let found = someLines(text, from);
  for (const { at, cut, piece } of damage) {
    const place = at % (found.length + 1);
    found = found.slice(0, place) + piece + found.slice(place + cut);
  }
  return found;
}

function isReadable(text: string): boolean {
  return loadValues(fileSource('values.yaml'), text).document !== undefined;
}

const fixtures = yamlFiles(path.resolve(import.meta.dirname, '../../fixtures'));

describe('both readers agree', () => {
  it('on every fixture', () => {
    const texts = fixtures.map((file) => readFileSync(file, 'utf8'));
    const different = fixtures.filter((_, i) => readerDifference(texts[i]!) !== undefined);
    expect(different).toEqual([]);
    expect(texts.filter(isSimple).length).toBeGreaterThan(texts.length * 0.9);
  });

  it('on pieces of YAML in any order', () => {
    const property = fc.property(fc.array(PIECES, { maxLength: 16 }), (pieces) => {
      expect(readerDifference(pieces.join(''))).toBeUndefined();
    });
    fc.assert(property, { seed: 6, numRuns: randomRuns(10_000) });
  });

  it('on damaged fixtures', () => {
    const texts = fixtures.map((file) => readFileSync(file, 'utf8')).filter((text) => text.length < 20_000);
    const property = fc.property(fc.nat(), fc.nat(), DAMAGE, (which, from, damage) => {
      expect(readerDifference(damaged(texts[which % texts.length]!, from, damage))).toBeUndefined();
    });
    fc.assert(property, { seed: 6, numRuns: randomRuns(3000) });
  });

  it('on where comments to chartlint are', () => {
    const texts = fixtures.map((file) => readFileSync(file, 'utf8')).filter((text) => text.length < 5000);
    const mark = fc.constantFrom(
      ' # chartlint-disable-line',
      '# chartlint-enable',
      '\n    # chartlint-disable a/b\n',
    );
    const property = fc.property(fc.nat(), fc.nat(), mark, (which, at, comment) => {
      const text = texts[which % texts.length]!;
      const place = at % (text.length + 1);
      const marked = text.slice(0, place) + comment + text.slice(place);
      // The tag in the last line is for the other reader.
      const full = `${marked}\nlast: !tag 1\n`;
      if (!isSimple(marked) || !isReadable(full)) return;
      expect(controlComments(fileSource('x.yaml'), marked)).toEqual(
        controlComments(fileSource('x.yaml'), full),
      );
    });
    fc.assert(property, { seed: 6, numRuns: randomRuns(3000) });
  });
});
