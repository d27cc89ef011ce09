import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { fileSource } from '../../src/model/source.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { marked } from './loaded.ts';

/** A mistake, the text that is marked, where it starts, and words of the message. */
const MISTAKES: readonly (readonly [about: string, text: string, mark: string, at: number, words: string])[] =
  [
    ['a tab as indentation', 'a:\n\tb: 1\n', '\t', 3, 'starts with a tab'],
    ['a tab behind spaces', 'a:\n  \tb: 1\n', '\t', 5, 'starts with a tab'],
    ['a tab in an empty line', 'a: 1\n\t\nb: 2\n', '\t', 5, 'starts with a tab'],
    ['a tab before a comment', 'a: 1\n\t# x\n', '\t', 5, 'starts with a tab'],
    ['a tab behind a dash', 'a:\n-\tb\n', '\t', 4, 'follows the dash'],
    ['a tab where a block starts', 'a: |\n \tb\n', '\t', 6, 'starts with a tab'],
    [
      'no space behind a colon',
      'a: 1\nimage:nginx\nb: 2\n',
      'image:',
      5,
      'no space behind the colon of "image:"',
    ],
    ['no space behind the first colon', 'image:nginx\ntag: 1\n', 'image:', 0, 'no space behind the colon'],
    ['no space behind a quoted key', '"a":1\nb: 2\n', '"a":', 0, 'no space behind the colon of "a:"'],
    ['an open double quote', 'a: 1\nb: "x\nc: 2\n', '"', 8, 'never closed'],
    ['an open single quote', "a: 'x\nb: 1\n", "'", 3, 'never closed'],
    ['a quote closed by the next one', 'a: "x\nb: 1\nc: "y"\n', '"', 3, 'closed only by the first "'],
    ['an open list', 'a: [1, 2\nb: 3\n', '[', 3, 'Add the closing "]"'],
    ['an open map', 'a: {x: [1]\nb: 3\n', '{', 3, 'Add the closing "}"'],
    ['items below braces', 'a: 1\nvolumes: {} # none\n  - name: x\n', '{}', 14, '"volumes" is {} already'],
    ['keys below an empty text', 'a:\n  b: ""\n    c: 1\n', '""', 8, 'Remove the ""'],
    ['brackets that cross', 'a: {x: [1}\n', '[', 7, 'Add the closing "]"'],
    ['a bracket too many', 'a: [x]]\n', ']', 6, 'nothing opened'],
    [
      'a template in a value',
      'host: {{ .Release.Name }}.example.com\n',
      '{{ .Release.Name }}',
      6,
      'template text',
    ],
    ['a template as the value', 'host: {{ .x }}\n', '{{ .x }}', 6, 'Quote the whole value'],
    ['a template as a line', '{{- if .x }}\na: 1\n{{- end }}\n', '{{- if .x }}', 0, 'template text'],
    ['a second colon', 'a: b: c\n', 'b: c', 3, 'a second key on the same line'],
    ['a second colon in a sentence', 'msg: Note: this\n', 'Note: this', 5, 'Quote the value'],
    ['a key below a value', 'a: 1\n  b: 2\n', 'b: 2', 7, 'has a value already'],
    ['too few spaces', 'a:\n  b: 1\n c: 2\n', 'c: 2', 11, 'no level of indentation'],
    ['an item at the wrong level', 'a:\n  - b\n c\n', 'c', 10, 'no level of indentation'],
    ['a line without a colon', 'a: b\nfoo\nc: d\n', 'foo', 5, 'neither a key with a value'],
    ['an item behind a key', 'a: - b\n', '- b', 3, 'Move the "-" to the next line'],
    ['a reserved sign', 'a: @x\n', '@x', 3, 'cannot start with "@"'],
    ['a backtick', 'a: `x`\n', '`x`', 3, 'cannot start with "`"'],
    ['a percent sign', 'a: %x\n', '%x', 3, 'cannot start with "%"'],
    ['text behind a quote', 'a: "x" y\n', 'y', 7, 'follows the closing "'],
    ['an apostrophe in single quotes', "a: 'it's'\n", "s'", 7, "follows the closing '"],
    ['an unknown escape', 'a: "\\d"\n', 'd"', 5, 'Double the backslash'],
    ['text behind a bar', 'a: | foo\n', 'foo', 5, 'Move the text down'],
    ['two commas', 'a: [a, , b]\n', ', b]', 7, 'Check the commas'],
    ['an unknown tag prefix', 'a: !x!y z\n', ' z', 7, 'starts a tag'],
    ['CRLF lines', 'a:\r\n  b: 1\r\n c: 2\r\n', 'c: 2', 13, 'no level of indentation'],
    ['a byte order mark', '\uFEFFa: @x\n', '@x', 4, 'cannot start with "@"'],
    ['too many levels', `a: ${'['.repeat(2000)}${']'.repeat(2000)}\n`, '', -1, '1000 levels'],
  ];

describe('a mistake in the YAML is one error with its place, in our words', () => {
  it.each(MISTAKES)('%s', (_, text, mark, at, words) => {
    const { document, findings } = loadValues(fileSource('values.yaml'), text);
    expect(document).toBeUndefined();
    expect(findings).toHaveLength(1);
    const finding = findings[0]!;
    expect([finding.rule, finding.severity]).toEqual(['yaml/syntax', 'error']);
    expect(joinStatement(finding)).toContain(words);
    if (at !== -1) expect([marked(text, finding), finding.span.start]).toEqual([mark, at]);
  });

  it('has two sentences and one line, and nothing of the parser', () => {
    for (const [, text] of MISTAKES) {
      const message = joinStatement(loadValues(fileSource('values.yaml'), text).findings[0]!);
      expect(message).toMatch(/^[^\n]+[.] [^\n]+[.]$/);
      expect(message).not.toMatch(/block mapping|flow collection|node content|stream|YAMLException/);
    }
  });
});

describe('a mark of undecodable bytes', () => {
  it('is an error, and what can be read is read', () => {
    const { document, findings } = loadValues(fileSource('values.yaml'), 'a: caf\uDCE9\n');
    expect(findings.map((f) => [f.rule, f.severity, f.span.start])).toEqual([['yaml/not-text', 'error', 6]]);
    expect(document?.data).toEqual({ a: 'caf\uFFFD' });
  });

  it('is not the character U+FFFD, which a text may hold', () => {
    const { document, findings } = loadValues(fileSource('values.yaml'), 'a: caf\uFFFD\n');
    expect(findings).toEqual([]);
    expect(document?.data).toEqual({ a: 'caf\uFFFD' });
  });
});

describe('the alias limit of go-yaml', () => {
  it('refuses a small file that stands for millions of values, at once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++) {
      const alias = `*a${i - 1}`;
      lines.push(`a${i}: &a${i} [${Array(10).fill(alias).join(', ')}]`);
    }
    const { document, findings } = loadValues(fileSource('values.yaml'), `${lines.join('\n')}\n`);
    expect(document).toBeUndefined();
    expect(findings.map((f) => f.rule)).toEqual(['yaml/excessive-aliasing']);
  });

  it('does not hang on merges that repeat a big map', () => {
    const big = Array.from({ length: 2000 }, (_, i) => `  k${i}: 1\n`).join('');
    const merges = Array.from({ length: 5000 }, (_, i) => `m${i}: {<<: *big}\n`).join('');
    const { findings } = loadValues(fileSource('values.yaml'), `big: &big\n${big}${merges}`);
    expect(findings.map((f) => f.rule)).toEqual(['yaml/excessive-aliasing']);
  });

  it('lets ordinary aliases be', () => {
    const text = `a: &a {b: 1, c: [1, 2]}\n${Array.from({ length: 2000 }, (_, i) => `m${i}: *a\n`).join('')}`;
    expect(loadValues(fileSource('values.yaml'), text).findings).toEqual([]);
  });
});
