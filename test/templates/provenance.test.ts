import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/model/json-value.ts';
import { loadFunctions } from '../../src/templates/functions/load-functions.ts';
import { DEFAULT_LIMITS, type RenderLimits } from '../../src/templates/render/budget.ts';
import { explainOutput } from '../../src/templates/render/explain-output.ts';
import { openRendering } from '../../src/templates/render/open-rendering.ts';
import { RenderFailure } from '../../src/templates/render/render-failure.ts';
import type { TemplatePlace } from '../../src/templates/value/context.ts';
import { fromJsonValue } from '../../src/templates/value/from-json-value.ts';
import { goMap } from '../../src/templates/value/make-value.ts';
import { sourceOf } from '../../src/templates/value/text-origin.ts';
import { pathOf, sourceParts, valuesRoot } from '../../src/templates/value/values-source.ts';

const functions = await loadFunctions(4, []);
const settings = { helm: 4, functions, traced: true, clock: 0 } as const;
const FEW = { ...DEFAULT_LIMITS, work: 100_000, output: 100_000 };

function rendered(text: string, values: JsonValue, limits: RenderLimits = DEFAULT_LIMITS) {
  const rendering = openRendering([{ name: 't', text }], { ...settings, limits });
  return rendering.render('t', goMap(new Map([['Values', fromJsonValue(values, valuesRoot())]])));
}

const source = ({ text, start, end }: TemplatePlace): string => text.slice(start, end);

/** One line for each piece: the text, the values in it, those that chose it, the branches around it, what wrote it. */
function pieces(text: string, values: JsonValue): string[] {
  const { value, origin } = rendered(text, values);
  const lines: string[] = [];
  for (let at = 0; at < value.length; ) {
    const piece = explainOutput(origin, at)!;
    const branches = piece.branches.map(
      (one) => `${one.taken ? 'if' : 'unless'} ${one.values.map((path) => path.join('.')).join('+')}`,
    );
    const parts = [
      JSON.stringify(value.slice(at, piece.end)),
      piece.values.map((path) => path.join('.')).join('+'),
      piece.chosenBy.map((path) => `by ${path.join('.')}`).join('+'),
      branches.join(', '),
      piece.writers.map(source).join(' > '),
    ];
    lines.push(parts.join(' | '));
    at = piece.end;
  }
  return lines;
}

describe('the origin of output', () => {
  it('names the values and the node of each piece, through include and tpl', () => {
    const text =
      '{{ define "h" }}p-{{ .Values.name }}{{ end }}a {{ include "h" . }}{{ tpl "<{{ .Values.n }}>" . }}';
    expect(pieces(text, { name: 'x', n: 1 })).toEqual([
      '"a " |  |  |  | a ',
      '"p-" |  |  |  | {{ include "h" . }} > p-',
      '"x" | name |  |  | {{ include "h" . }} > {{ .Values.name }}',
      '"<" |  |  |  | {{ tpl "<{{ .Values.n }}>" . }} > <',
      '"1" | n |  |  | {{ tpl "<{{ .Values.n }}>" . }} > {{ .Values.n }}',
      '">" |  |  |  | {{ tpl "<{{ .Values.n }}>" . }} > >',
    ]);
  });

  it('names the values that decided a branch or chose a text', () => {
    const text =
      '{{ if .Values.on }}{{ with .Values.map }}{{ .a }}{{ end }}{{ else }}off{{ end }}{{ or .Values.no .Values.s }}';
    expect(pieces(text, { on: true, map: { a: 1 }, no: '', s: 't' })).toEqual([
      '"1" | map.a |  | if map, if on | {{ .a }}',
      '"t" | s | by no |  | {{ or .Values.no .Values.s }}',
    ]);
    expect(pieces(text, { s: 't' })[0]).toBe('"off" |  |  | unless on | off');
  });

  it('follows keys and elements of a range, and texts that are put together', () => {
    const text =
      '{{ range $k, $v := .Values.env }}{{ printf "%s=%v" $k $v }}{{ end }}{{ range .Values.l }}{{ . }}{{ end }}';
    expect(pieces(text, { env: { A: 1 }, l: ['x', 'y'] })).toEqual([
      '"A" | env.A |  | if env | {{ printf "%s=%v" $k $v }}',
      '"=" |  |  | if env | {{ printf "%s=%v" $k $v }}',
      '"1" | env.A |  | if env | {{ printf "%s=%v" $k $v }}',
      '"x" | l.0 |  | if l | {{ . }}',
      '"y" | l.1 |  | if l | {{ . }}',
    ]);
  });

  it('knows which condition inside of an included template decided what it says', () => {
    const text =
      '{{ define "on" }}{{ if .Values.a.b }}yes{{ end }}{{ end }}{{ if include "on" . }}x{{ else }}y{{ end }}';
    expect(pieces(text, { a: { b: true } })).toEqual(['"x" |  |  | if a.b | x']);
    expect(pieces(text, { a: {} })).toEqual(['"y" |  |  | unless a.b | y']);
  });

  it('drops what Helm drops of <no value> and keeps the rest in its place', () => {
    expect(pieces('{{ .Values.no }}-{{ .Values.s }}', { s: 't' })).toEqual([
      '"-" |  |  |  | -',
      '"t" | s |  |  | {{ .Values.s }}',
    ]);
  });
});

describe('the origin of a failure', () => {
  const failure = (text: string, values: JsonValue, limits = DEFAULT_LIMITS): RenderFailure => {
    try {
      rendered(text, values, limits);
    } catch (error) {
      if (error instanceof RenderFailure) return error;
      throw error;
    }
    throw new Error('it renders');
  };
  const paths = (one: RenderFailure): string[] =>
    sourceParts(sourceOf(one.origin)).map((part) =>
      part.from === 'place' ? pathOf(part).join('.') : part.what,
    );

  it('names the value at fault, the kind and every place', () => {
    const one = failure('{{ define "h" }}\n{{ .Values.a.b }}{{ end }}\n {{ include "h" . }}', {});
    expect([one.kind, one.reason, paths(one)]).toEqual([
      'nil pointer',
      'nil pointer evaluating interface {}.b',
      ['a'],
    ]);
    expect(one.frames.map(({ line, column, node }) => `${line}:${column} ${node}`)).toEqual([
      '3:4 include "h" .',
      '2:10 .Values.a.b',
    ]);
  });

  it('names an argument of the wrong type, and what decided that the template came here', () => {
    const one = failure('{{ if .Values.on }}{{ range .Values.s }}{{ end }}{{ end }}', { on: 1, s: 'text' });
    expect([one.kind, paths(one)]).toEqual(['range', ['s']]);
    expect(sourceParts(one.decided).map((part) => part.from === 'place' && pathOf(part).join('.'))).toEqual([
      'on',
    ]);
  });

  it('stops what would not end', () => {
    const kinds = [
      '{{ define "l" }}{{ include "l" . }}{{ end }}{{ include "l" . }}',
      '{{ define "l" }}{{ template "l" . }}{{ end }}{{ template "l" . }}',
      '{{ define "l" }}{{ tpl "{{ include \\"l\\" . }}" . }}{{ end }}{{ include "l" . }}',
      '{{ range 99999999999 }}x{{ end }}',
      '{{ range 99999999999 }}{{ end }}',
      '{{ define "d" }}{{ . }}{{ . }}{{ end }}{{ $x := "aaaaaaaaaaaaaaaa" }}{{ range 40 }}{{ $x = include "d" $x }}{{ end }}',
    ].map((text) => failure(text, {}, FEW).kind);
    expect(kinds).toEqual(['recursion', 'recursion', 'recursion', 'budget', 'budget', 'budget']);
  });

  // Go runs out of stack at these, and the process of Helm ends.
  it.each([
    '{{ $d }}',
    '{{ printf "%v" $d }}',
    '{{ quote $d }}',
    '{{ deepCopy $d }}',
    '{{ merge (dict "d" (dict)) $d $d }}',
    '{{ merge $d $d }}',
    '{{ toToml $d }}',
    '{{ mustToToml $d }}',
    '{{ tpl "{{ . }}" $d }}',
    '{{ fromJson (repeat 9000 "[") }}',
  ])('stops at a value that holds itself, or is nested too deep: %s', (use) => {
    expect(failure(`{{ $d := dict "a" 1 }}{{ $_ := set $d "d" $d }}${use}`, {}).kind).toBe('nesting');
  });

  // Recorded of Helm 3.21.4 and 4.2.4: Go's JSON notices it, and only the strict functions tell.
  it.each([
    ['{{ toJson $d }}', ''],
    ['{{ toPrettyJson $d }}', ''],
    ['{{ toYaml $d }}', ''],
    ['{{ tpl "{{ toJson . }}" $d }}', ''],
    ['{{ mustToJson $d }}', 'json: unsupported value: encountered a cycle via map[string]interface {}'],
    ['{{ toRawJson $d }}', 'json: unsupported value: encountered a cycle via map[string]interface {}'],
    ['{{ deepEqual $d $d }}', 'true'],
    ['{{ uniq (list $d $d) | len }}', '1'],
  ])('ends as Helm does with a map that holds itself: %s', (use, said) => {
    const text = `{{ $d := dict "a" 1 }}{{ $_ := set $d "d" $d }}${use}`;
    const isRefused = said.startsWith('json');
    expect(isRefused ? failure(text, {}).message : rendered(text, {}).value).toContain(said);
    if (!isRefused) expect(rendered(text, {}).value).toBe(said);
  });
});
