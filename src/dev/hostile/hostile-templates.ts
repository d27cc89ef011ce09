import { template, times } from './chart-texts.ts';
import type { HostileInput } from './hostile-input.ts';

/** Templates that could take longer than their length says. */
export const HOSTILE_TEMPLATES: readonly HostileInput[] = [
  {
    name: 'nested templates: if',
    size: 5000,
    files: (size) => template(`${'{{if .Values.a}}'.repeat(size)}${'{{end}}'.repeat(size)}`),
  },
  {
    name: 'nested templates: parentheses',
    size: 5000,
    files: (size) => template(`{{ ${'('.repeat(size)}.Values.a${')'.repeat(size)} }}`),
  },
  {
    name: 'nested templates: else if',
    size: 5000,
    files: (size) => template(`{{if .Values.b}}${'{{else if .Values.b}}'.repeat(size)}{{end}}`),
  },
  {
    name: 'long pipe',
    size: 5000,
    files: (size) => template(`a: {{ .Values.a ${'| quote'.repeat(1)} ${'| int '.repeat(size)}}}\n`),
  },
  {
    name: 'quantities in what is rendered',
    size: 30_000,
    files: (size) => {
      const quantities = [`1${' '.repeat(size)}x`, `${'1'.repeat(size)}!`, `1${' '.repeat(size)}!`];
      const container = (text: string, i: number): string =>
        `{ name: c${i}, image: a, resources: { limits: { cpu: "${text}" } } }`;
      return template(
        `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [${quantities.map(container).join(', ')}] }\n`,
      );
    },
  },
  { name: 'templates not closed', size: 20_000, files: (size) => template('{{ if '.repeat(size)) },
  { name: 'templates of opening braces', size: 50_000, files: (size) => template('{'.repeat(size)) },
  {
    name: 'template reader: nested ranges',
    size: 50,
    files: (size) =>
      template(
        `${times(size, (i) => `{{range $k${i}, $v${i} := .Values.a}}`)}{{ .b }}${'{{end}}'.repeat(size)}`,
        'a: [{b: 1}]\n',
      ),
  },
  {
    name: 'template reader: includes that double',
    size: 8,
    files: (size) =>
      template(
        `${times(size * 2, (i) => `{{define "d${i}"}}{{include "d${i + 1}" .}}{{include "d${i + 1}" .}}{{end}}`)}{{define "d${size * 2}"}}{{.Values.a}}{{end}}a: {{ include "d0" . | len }}\n`,
      ),
  },
  {
    name: 'template reader: variables set in branches',
    size: 200,
    files: (size) =>
      template(
        `{{$x := .Values}}${times(size, (i) => `{{if .Values.k${i}}}{{$x = merge $x .Values.m${i}}}{{end}}`)}a: {{ $x.a }}\n`,
      ),
  },
  {
    name: 'template reader: dict of dict',
    size: 200,
    files: (size) =>
      template(
        `{{$x := dict}}${times(size, (i) => `{{$x = dict "a" $x "b" $x "c${i}" .Values.a}}`)}a: {{ $x.b.a.b }}\n`,
      ),
    tells: 'limit "renderWork"',
  },
  {
    name: 'template reader: definitions × calls',
    size: 200,
    files: (size) =>
      template(
        `${times(size, (i) => `{{define "d${i}"}}{{.Values.a}}{{end}}`)}${times(size, (i) => `a${i}: {{ include "d${i}" (dict "Values" .Values "k${i}" 1) }}\n`)}`,
      ),
  },
  {
    name: 'template reader: chain of includes',
    size: 200,
    files: (size) =>
      template(
        `${times(size, (i) => `{{define "d${i}"}}${times(i % 50, (j) => `{{.Values.k${j}}}`)}{{include "d${i + 1}" .}}{{end}}`)}{{define "d${size}"}}{{.Values.a}}{{end}}a: {{ include "d0" . }}\n`,
      ),
  },
  {
    name: 'template reader: index of everything',
    size: 200,
    files: (size) =>
      template(
        `${times(size, (i) => `a${i}: {{ index .Values (printf "k%d" ${i}) }}\n`)}`,
        times(size * 10, (i) => `k${i}: ${i}\n`),
      ),
  },
  {
    name: 'template reader: printf of printf',
    size: 10,
    files: (size) =>
      template(
        `{{$x := .Values.a}}${'{{$x = printf "%s%s" $x $x}}'.repeat(size)}a: {{ len $x }}\n`,
        'a: abc\n',
      ),
  },
  {
    name: 'many manifests',
    size: 500,
    files: (size) =>
      template(
        `{{ range $i := until ${size} }}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c{{ $i }} }\ndata: { a: {{ $.Values.a }} }\n{{ end }}`,
      ),
  },
  {
    name: 'manifests of one name',
    size: 500,
    files: (size) =>
      template(
        `{{ range $i := until ${size} }}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { a: {{ $.Values.a }} }\n{{ end }}`,
      ),
  },
  {
    name: 'release notes of nothing but fail',
    size: 1000,
    files: (size) => template(times(size, (i) => `{{ if .Values.k${i} }}{{ fail "k${i}" }}{{ end }}`)),
  },
  {
    name: 'endless loop of a template',
    size: 1,
    files: () => template('{{ range until 2000000000 }}{{ . }}{{ end }}'),
    tells: 'limit "renderWork"',
  },
  {
    name: 'endless recursion of a template',
    size: 1,
    files: () => template('{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}'),
  },
  { name: 'endless text of a template', size: 1, files: () => template('{{ repeat 2000000000 "a" }}') },
];
