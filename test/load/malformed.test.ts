import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { loadYaml } from '../../src/load/load-yaml.ts';
import { fileSource } from '../../src/model/source.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { randomRuns } from '../random-runs.ts';

const SAMPLE = `# sample
image:
  repository: "nginx" # x
  tag: '1.2'
ports: [80, 443, {a: b}]
env:
  - name: A
    value: "x y"
list:
- a
- b: 1
  c: yes
text: |
  line one

  three
folded: >-
  a b
  c
d: &d {q: 1, r: [x, "y"]}
e:
  <<: *d
  s: 0x1F
f: foo
  bar
? g
: !!str 1
---
h: ~
`;

const PIECES = [
  '\t',
  ' ',
  '\n',
  '\r',
  ':',
  ': ',
  '-',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  ' #',
  '&a',
  '*d',
  '!',
  '!!int ',
];
const MORE = [
  '|',
  '>',
  '%',
  '@',
  '`',
  '?',
  '? ',
  '---\n',
  '...\n',
  '\\',
  '\\u',
  '~',
  '<<: *d\n',
  '\0',
  '\uFEFF',
  '\uFFFD',
  '\u2028',
  '\ud800',
  'é',
  '{{ x }}',
];

const mutation = fc.record({
  at: fc.nat(SAMPLE.length),
  remove: fc.nat(4),
  insert: fc.oneof(fc.constantFrom('', ...PIECES, ...MORE), fc.string({ maxLength: 3 })),
});

function mutate(changes: readonly { at: number; remove: number; insert: string }[]): string {
  let text = SAMPLE;
  for (const { at, remove, insert } of changes) text = text.slice(0, at) + insert + text.slice(at + remove);
  return text;
}

describe('any text at all', () => {
  it('gives a document or an error, with every place inside the text, and never throws', () => {
    const property = fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (changes) => {
      const text = mutate(changes);
      for (const { document, findings } of [
        loadValues(fileSource('v'), text),
        loadYaml(fileSource('v'), text),
      ]) {
        if (document === undefined) expect(findings.some((f) => f.severity === 'error')).toBe(true);
        for (const { span, related, ...said } of findings) {
          expect(joinStatement(said)).toMatch(/^[^\n]+\.$/);
          for (const { start, end } of [span, ...related.map((r) => r.span)]) {
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          }
        }
      }
    });
    fc.assert(property, { numRuns: randomRuns(1500) });
  });
});

/** Texts that grow in one direction; a parser that looks back or forward from each place takes quadratic time on them. */
const GROWING: readonly (readonly [string, (n: number) => string])[] = [
  ['keys', (n) => Array.from({ length: n }, (_, i) => `k${i}: ${i}\n`).join('')],
  ['one key over and over', (n) => 'k: 1\n'.repeat(n)],
  ['list items', (n) => '- a\n'.repeat(n)],
  ['items between brackets', (n) => `a: [${'x, '.repeat(n)}]\n`],
  ['pairs between brackets', (n) => `a: [${'x: y, '.repeat(n)}]\n`],
  ['open brackets', (n) => `a: ${'['.repeat(n)}`],
  ['open quotes', (n) => `a: "${'x\n'.repeat(n)}`],
  ['brackets at the margin', (n) => 'a: [\nx\n]\n'.repeat(n)],
  ['brackets at the margin, then a mistake', (n) => `${'a: [\nx\n]\n'.repeat(n)}b: @\n`],
  ['empty values with comments', (n) => Array.from({ length: n }, (_, i) => `k${i}: # x\n`).join('')],
  ['blank lines in a block', (n) => `a: |\n  x\n${'   \n'.repeat(n)}`],
  ['blocks', (n) => Array.from({ length: n }, (_, i) => `k${i}: |\n  x\n\n`).join('')],
  [
    'anchors and aliases',
    (n) => Array.from({ length: n }, (_, i) => `k${i}: &a${i} x\nl${i}: *a${i}\n`).join(''),
  ],
  ['merges', (n) => `a: &a {x: 1}\n${Array.from({ length: n }, (_, i) => `k${i}: {<<: *a}\n`).join('')}`],
  ['documents', (n) => Array.from({ length: Math.ceil(n / 50) }, (_, i) => `---\nk${i}: 1\n`).join('')],
  ['tabs', (n) => 'a:\tb # \t\n'.repeat(n)],
  ['lines without a key', (n) => `a: b\n${'foo\n'.repeat(n)}c: d\n`],
  ['questions', (n) => '? '.repeat(n)],
  ['dashes', (n) => '- '.repeat(n)],
  ['anchors without end', (n) => '&a '.repeat(n)],
  ['template text', (n) => `a: ${'{{ '.repeat(n)}\n`],
];

describe('a long text is read to its end', () => {
  // What is quadratic would take longer than the time limit by far.
  it.each(GROWING)('%s', { timeout: 20_000 }, (_, text) => {
    const { document, findings } = loadValues(fileSource('v'), text(150_000));
    expect(document !== undefined || findings.length > 0).toBe(true);
  });
});
