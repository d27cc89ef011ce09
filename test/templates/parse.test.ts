import { describe, expect, it } from 'vitest';
import { nodeText } from '../../src/templates/parse/node-text.ts';
import { parseTemplate, parseTolerantly } from '../../src/templates/parse/parse-template.ts';

const functions = new Set(['f', 'include', 'eq']);

/** The trees by name as Go writes them again (parse.Tree.Root.String()), or the error: answers of Go 1.26. */
const ANSWERS: readonly (readonly [string, Readonly<Record<string, string>> | string])[] = [
  ['a\n {{- /* c */ -}} \nb', { x: 'ab' }],
  ['{{- .a.b | f 1 "s" -}}  t', { x: '{{.a.b | f 1 "s"}}t' }],
  ['{{ $x, $y = f }}', 'template: x:1: too many declarations in command'],
  ['{{ if .a }}{{ else if .b }}c{{ end }}', { x: '{{if .a}}{{else}}{{if .b}}c{{end}}{{end}}' }],
  ['{{ block "d" . }}e{{ end }}', { d: 'e', x: '{{template "d" .}}' }],
  ['{{ range $i, $e := f }}{{ break }}{{ end }}', { x: '{{range $i, $e := f}}{{break}}{{end}}' }],
  ['{{ break }}', 'template: x:1: {{break}} outside {{range}}'],
  ['{{ if .a }}\n{{ f', 'template: x:2: unclosed action'],
  ['{{ f\n', 'template: x:2: unclosed action started at x:1'],
  ['{{ if .a }}', 'template: x:1: unexpected EOF'],
  ['{{ $x }}', 'template: x:1: undefined variable "$x"'],
  ['{{ g }}', 'template: x:1: function "g" not defined'],
  ['{{ 1.a }}', 'template: x:1: bad number syntax: "1.a"'],
  ['{{ 08 }}', 'template: x:1: integer overflow: "08"'],
  ['{{ "a" | 1 }}', 'template: x:1: non executable command in pipeline stage 2'],
  [
    '{{define "d"}}a{{end}}\n{{define "d"}}b{{end}}',
    'template: x:2: template: multiple definition of template "d"',
  ],
  ['{{ (f }}', 'template: x:1: unclosed left paren'],
  ['{{ f é% }}', "template: x:1: bad character U+0025 '%'"],
  ['{{ end }}', 'template: x:1: unexpected {{end}}'],
  ['{{ define }}', 'template: x:1: unexpected "}}" in define clause'],
];

describe('parseTemplate', () => {
  it.each(ANSWERS)('answers to %j as Go', (text, answer) => {
    const { trees, problem } = parseTemplate('x', text, functions);
    const parsed = Object.fromEntries(trees.map(({ name, root }) => [name, nodeText(root)]));
    expect(problem?.text ?? parsed).toEqual(answer);
  });

  it('stops at nesting that no stack holds', () => {
    const deep = parseTemplate('x', `{{${'('.repeat(50_000)}1${')'.repeat(50_000)}}}`);
    expect(deep.problem?.message).toBe('max expression depth exceeded');
  });

  it('places actions from delimiter to delimiter', () => {
    const text = 'a {{- .b.c -}} d{{ if .e }}f{{ end }}';
    const nodes = parseTemplate('x', text).trees[0]!.root.nodes;
    expect(nodes.map((node) => text.slice(node.start, node.end))).toEqual([
      'a',
      '{{- .b.c -}}',
      'd',
      '{{ if .e }}',
    ]);
  });
});

describe('parseTolerantly', () => {
  const understood = (text: string) =>
    parseTolerantly('x', text).trees.map(({ name, root }) => `${name}: ${nodeText(root)}`);

  it.each([
    ['{{ if .a }}{{ .b', ['x: {{if .a}}{{.b}}{{end}}']],
    ['{{ end }}{{ .a }}', ['x: {{.a}}']],
    ['{{ .a.b-c }}{{ .d }}', ['x: {{.a.b}}{{.d}}']],
    ['{{ f .a % (g .b ^) .c }}{{ .d }}', ['x: {{f .a (g .b) .c}}{{.d}}']],
    ['{{ if .a }}{{ define "d" }}{{ .b }}{{ end }}{{ end }}', ['d: {{.b}}', 'x: {{if .a}}{{end}}']],
  ])('understands of %j what it can', (text, trees) => {
    expect(understood(text)).toEqual(trees);
  });
});
