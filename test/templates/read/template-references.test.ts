import { describe, expect, it } from 'vitest';
import type { TemplateUse } from '../../../src/model/template-use.ts';
import { templateReferences } from '../../../src/templates/read/template-references.ts';

function read(...templates: string[]): TemplateUse {
  return templateReferences(templates.map((text) => ({ scope: [], text })));
}

describe('templateReferences', () => {
  it('gives up on calls that hand on ever more', () => {
    const text =
      '{{ define "t" }}{{ include "t" (dict "a" . "b" (list . "x")) }}{{ end }}{{ include "t" .Values.a }}';
    const grows = '{{ define "u" }}{{ include "u" .a }}{{ end }}{{ include "u" .Values }}';
    expect(read(text).complete && read(grows).complete).toBe(false);
  });

  it.each([
    ['{{ .Values.a.b }}', 'a.b'],
    ['{{- $.Values.a.b -}}', 'a.b'],
    ['{{ index .Values "a" "b" }}', 'a.b'],
    ['{{ get .Values.a "b" }}', 'a.b'],
    ['{{ dig "a" "b" "fallback" .Values }}', 'a.b'],
    ['{{ (.Values.a).b }}', 'a.b'],
    ['{{ with .Values.a }}{{ .b }}{{ end }}', 'a.b'],
    ['{{ with .Values.x }}{{ else }}{{ .Values.a.b }}{{ end }}', 'a.b'],
    ['{{ if .Values.x }}{{ else if .Values.a.b }}{{ end }}', 'a.b'],
    ['{{ $a := .Values.a }}{{ if true }}{{ $a.b | quote }}{{ end }}', 'a.b'],
    ['{{ $a := .Values.x }}{{ if .y }}{{ $a = .Values.a }}{{ end }}{{ $a.b }}', 'a.b'],
    ['{{ range .Values.list }}{{ $.Values.a.b }}{{ end }}', 'a.b'],
    ['{{ range $key, $value := .Values.a }}{{ $value.c }}{{ end }}', 'a.b.c'],
    ['{{ range list "x" "b" }}{{ index $.Values.a . | int }}{{ end }}', 'a.b'],
    ['{{ define "t" }}{{ .Values.a.b }}{{ end }}{{ include "t" . }}', 'a.b'],
    ['{{ define "t" }}{{ .b }}{{ end }}{{ template "t" .Values.a }}', 'a.b'],
    ['{{ define "t" }}{{ .ctx.Values.a.b }}{{ end }}{{ include "t" (dict "ctx" $) }}', 'a.b'],
    ['{{ define "t" }}{{ (index . 1).b }}{{ end }}{{ include "t" (list . .Values.a) }}', 'a.b'],
    ['{{ $d := dict }}{{ $_ := set $d "k" .Values.a }}{{ $d.k.b }}', 'a.b'],
    ['{{ (merge (dict) .Values.a).b }}', 'a.b'],
    ['{{ define "n-1" }}{{ .Values.a.b }}{{ end }}{{ include (printf "n-%d" 1) . }}', 'a.b'],

    ['{{ toYaml .Values.a | nindent 2 }}', 'a.b'],
    ['{{ tpl (toYaml .Values.a) . }}', 'a.b'],
    ['{{ tpl "{{ .Values.a.b }}" . }}', 'a.b'],
    ['{{ include "not.there" .Values.a }}', 'a.b'],
    ['{{ .Values.a.b | default (printf "%s" .Values.x) }}', 'x'],
    ['{{ if and (hasKey .Values.a "b") true }}{{ end }}', 'a.b'],
    ['{{ .Subcharts.a.Values.b }}', 'a.b'],
    ['{{ (index .Subcharts "a").Values.b }}', 'a.b'],
    ['{{ range append (list) .Values.a.b }}{{ .c }}{{ end }}', 'a.b.c'],
    ['{{ range splitList "." "a.b" }}{{ index $.Values.a . }}{{ end }}', 'a.b'],
    [
      '{{ define "t" }}{{ printf "%s" .k }}{{ end }}{{ index .Values.a (include "t" (dict "k" "b")) }}',
      'a.b',
    ],
    ['{{ $v := .Values }}{{ range list "a" "b" }}{{ $v = index $v . }}{{ end }}{{ $v.c }}', 'a.b.c'],
    ['{{ toYaml .Values | sha256sum }}{{ .Values.a.b }}', 'a.b'],
    ['{{/* }} */}}{{ .Values.a.b }}', 'a.b'],
    ['{{ "}}" }}{{ .Values.a.b }}', 'a.b'],
    ['{{ end }}{{ .Values.a.b }}', 'a.b'],
  ])('%s reads %s', (template, path) => {
    const use = read(template);
    expect(use.complete).toBe(true);
    expect(use.reads(path.split('.'))).toBe(true);
    expect(use.reads(['other'])).toBe(false);
    expect(use.reads(['a', 'other', 'thing']) && !use.readsWhole(['a', 'other'])).toBe(false);
  });

  it('tells a map that is used as it is from one whose keys are named', () => {
    const use = read('{{ toYaml .Values.free }}{{ .Values.named.key }}{{ if .Values.tested }}{{ end }}');
    expect(use.readsWhole(['free', 'x'])).toBe(true);
    expect(use.readsWhole(['named'])).toBe(false);
    expect(use.reads(['named', 'other'])).toBe(false);
    expect(use.reads(['tested', 'below'])).toBe(false);
    expect(use.namesBelow(['named'])).toEqual(['key']);
    expect(use.namesBelow([])).toEqual(['free', 'named', 'tested']);
  });

  it('tells what becomes of a value', () => {
    const use = read(
      '{{ .Values.text | quote }}{{ int .Values.count }}{{ .Values.secret | default "" | b64enc | quote }}',
      '{{ toYaml .Values.map }}{{ tpl .Values.template . }}{{ if eq .Values.kind "x" }}{{ end }}',
    );
    const uses = (key: string): string[] => [...use.usesOf([key])];
    expect(uses('text')).toEqual(['print']);
    expect(uses('count')).toEqual(['number']);
    expect(uses('secret')).toEqual(['encode']);
    expect(uses('map')).toEqual(['yaml']);
    expect(uses('template')).toEqual(['tpl']);
    expect(uses('kind')).toEqual(['compare']);
  });

  it.each([
    '{{ toYaml .Values }}{{ .Values.x }}',
    '{{ include "not.there" . }}',
    '{{ include "not.there" (dict "context" $) }}',
    '{{ tpl (.Files.Get "config.tpl") . }}',
  ])('%s may read everything', (template) => {
    const use = read(template);
    expect(use.complete && !use.reads(['anything'])).toBe(false);
  });

  it('reads the files of the chart that templates expand', () => {
    const files = [
      { scope: [], text: '{{ tpl (.Files.Get "config.tpl" | toString) (dict "Values" .Values.a) }}' },
    ];
    const use = templateReferences(files, { otherFiles: () => [{ scope: [], text: 'x: {{ .Values.b }}' }] });
    expect([use.complete, use.reads(['a', 'b']), use.reads(['b'])]).toEqual([true, true, false]);
  });

  it('follows calls in texts that the templates expand', () => {
    const { expand } = templateReferences([
      { scope: [], text: '{{ define "storage" }}{{ .Values.s3.bucket }}{{ end }}{{ tpl .Values.config . }}' },
      { scope: ['sub'], text: '' },
    ]);
    const own = expand!([
      { path: ['config'], text: '{{ include "storage" . }}{{ template "slack.title" . }}' },
    ]);
    const sub = expand!([{ path: ['sub', 'config'], text: '{{ include "storage" . }}' }]);
    expect([own.reads(['s3', 'bucket']), own.reads(['s3', 'other'])]).toEqual([true, false]);
    expect([sub.reads(['sub', 's3', 'bucket']), sub.reads(['sub', 'other'])]).toEqual([true, false]);
  });

  it('reads values where templates put them', () => {
    const merged = read(
      '{{ $v := mustMergeOverwrite (deepCopy .Values.lib) (omit .Values "lib") }}{{ $_ := set . "Values" $v }}{{ .Values.a.b }}',
    );
    const walked = read(
      '{{ define "w" }}{{ range . }}{{ if kindIs "map" . }}{{ include "w" . }}{{ end }}{{ end }}{{ end }}{{ include "w" .Values.a }}',
    );
    expect([merged.reads(['a', 'b']), merged.reads(['lib', 'a', 'b']), merged.reads(['a', 'c'])]).toEqual([
      true,
      true,
      false,
    ]);
    expect([walked.complete, walked.reads(['a', 'b', 'c', 'd', 'e', 'f', 'g']), walked.reads(['b'])]).toEqual(
      [true, true, false],
    );
  });

  it('knows what the helpers of Bitnami common read when the chart is not there', () => {
    const use = templateReferences([{ scope: [], text: '{{ include "common.names.fullname" . }}' }], {
      isBitnamiCommon: true,
    });
    expect(use.complete).toBe(true);
    expect(use.reads(['nameOverride'])).toBe(true);
    expect(use.reads(['other'])).toBe(false);
  });

  it('reads a subchart where its values sit, and its globals at the top', () => {
    const use = templateReferences([
      { scope: [], text: '{{ include "redis.port" .Subcharts }}' },
      { scope: ['redis'], text: '{{ .Values.port }}{{ .Values.global.region }}' },
    ]);
    expect(use.reads(['redis', 'port'])).toBe(true);
    expect(use.reads(['port'])).toBe(false);
    expect(use.reads(['global', 'region'])).toBe(true);
  });

  it('ends on templates that call each other', () => {
    const use = read(
      '{{ define "a" }}{{ include "b" . }}{{ end }}{{ define "b" }}{{ include "a" (dict "x" .) }}{{ end }}{{ include "a" .Values.a }}',
    );
    expect(use.complete).toBe(true);
  });
});
