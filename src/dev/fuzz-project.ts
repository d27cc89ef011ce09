import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';
import { gitopsProject } from './attacks/gitops-project.ts';
import type { FuzzChance } from './fuzz-chance.ts';
import { fuzzMutate } from './fuzz-mutate.ts';

/** What of a project is mutated. */
export const FUZZ_KINDS = [
  'readers',
  'values',
  'schema',
  'annotations',
  'templates',
  'manifests',
  'archive',
  'chart',
  'configuration',
] as const;

export type FuzzKind = (typeof FUZZ_KINDS)[number];

/** The kinds of which a project is made. */
export type FuzzProjectKind = Exclude<FuzzKind, 'readers'>;

const VALUES = `# yaml-language-server: $schema=values.schema.json
replicaCount: 3
image: &image { repository: shop/api, tag: "1.2" } # chartlint-disable-line mutable-image-tag
sidecar: { image: *image }
resources:
  limits: { cpu: 500m, memory: 1Gi }
env:
  - { name: A, value: "b" }
db: { host: db.example.com, password: hunter2Xq9, maxOpenConns: 10 }
notes: |
  two
  lines
sub: { enabled: true }
`;
const ANNOTATION = {
  role: 'replicas',
  secret: true,
  message: 'm',
  replacedBy: 'a.b',
  docs: 'https://example.com',
};

function schemaText(annotation: unknown): string {
  const words = JSON.stringify(annotation) ?? 'null';
  return `{ "$schema": "http://json-schema.org/draft-07/schema#",
  "definitions": { "image": { "type": "object", "required": ["tag"], "properties": { "tag": { "type": "string", "pattern": "^[0-9]" } } } },
  "properties": {
    "replicaCount": { "type": "integer", "minimum": 1, "x-chartlint": ${words} },
    "image": { "$ref": "#/definitions/image" },
    "db": { "if": { "required": ["host"] }, "then": { "required": ["password"] }, "x-chartlint": { "role": ${words} } }
  },
  "patternProperties": { "^x-": {} } }
`;
}

const TEMPLATE = `{{- define "name" }}{{ .Chart.Name | trunc 63 }}{{ end -}}
apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ include "name" . }} }
spec:
  replicas: {{ .Values.replicaCount }}
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec:
      containers:
        - name: a
          image: {{ printf "%s:%s" .Values.image.repository .Values.image.tag | quote }}
          env: {{- toYaml .Values.env | nindent 12 }}
          resources: {{ .Values.resources | toJson }}
`;
const CHART = `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - { name: sub, version: ">=1", condition: sub.enabled, import-values: [{ child: a, parent: b }] }
`;
const CONFIGURATION = `extends: strict
rules: { mutable-image-tag: error, schema/type: warning }
overrides: [{ files: ["*-prod.yaml"], paths: [image], rules: { mutable-image-tag: off } }]
stacks: [{ name: a, values: [values.yaml] }]
ignoreKeys: ["x-*"]
commentsMayNotHide: [secret-inline]
`;

/** The files of a project, one of which is mutated. */
export interface FuzzProject {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** A file with releases, to ask for; `values.yaml` where it is about the chart. */
  readonly about: string;
}

/** A project of that kind. */
export function fuzzProject(kind: FuzzProjectKind, chance: FuzzChance): FuzzProject {
  if (kind === 'manifests') return fuzzManifests(chance);
  const mutated = (one: FuzzKind, text: string): string => (kind === one ? fuzzMutate(text, chance) : text);
  const files = new Map<string, string | Uint8Array>([
    ['values.yaml', mutated('values', VALUES)],
    [
      'values.schema.json',
      kind === 'annotations' ? annotated(chance) : mutated('schema', schemaText(ANNOTATION)),
    ],
    ['templates/a.yaml', mutated('templates', TEMPLATE)],
    ['Chart.yaml', mutated('chart', CHART)],
    ['charts/sub.tgz', archive(kind === 'archive' ? chance : undefined)],
    ['.chartlint.yaml', kind === 'configuration' ? fuzzMutate(CONFIGURATION, chance) : 'extends: strict\n'],
  ]);
  return { files, about: 'values.yaml' };
}

/** Manifests of one tool beside the chart that they install; one of them, or a template of the chart, is mutated. */
function fuzzManifests(chance: FuzzChance): FuzzProject {
  const all = Object.entries(gitopsProject('env:\n  - { name: A, value: "b" }'));
  const about = chance.pick(all.filter(([file]) => !file.startsWith('charts/')))[0];
  const tool = `${about.split('/')[0]}/`;
  const files = new Map(all.filter(([file]) => file.startsWith('charts/') || file.startsWith(tool)));
  const damaged = chance.below(8) === 0 ? chance.pick([...files.keys()]) : about;
  files.set(damaged, fuzzMutate(files.get(damaged)!, chance));
  return { files, about };
}

/** A schema whose annotations were mutated as text; what JSON would refuse becomes a text in the annotation. */
function annotated(chance: FuzzChance): string {
  const text = fuzzMutate(JSON.stringify(ANNOTATION), chance);
  const values = [null, 1, [], [[]], {}, { role: {} }, { message: [] }, { replacedBy: 1 }, true, ''];
  let annotation: unknown = chance.pick(values);
  try {
    annotation = JSON.parse(text);
  } catch {
    if (chance.below(2) === 0) annotation = { role: text, docs: text };
  }
  return schemaText(annotation);
}

/** A packed chart; with chance, bytes of it are damaged before or after packing. */
function archive(chance: FuzzChance | undefined): Uint8Array {
  const texts = {
    'sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    'sub/values.yaml': 'a: { b: 1 }\n',
  };
  const before = chance?.below(3);
  const tar = createTar(
    Object.entries(texts).map(([name, data]) => ({
      name: before === 0 ? fuzzMutate(name, chance!).replaceAll('\u0000', '') : name,
      data: before === 1 ? fuzzMutate(data, chance!) : data,
    })),
    // The same bytes at any time.
    { attrs: { mtime: 1 } },
  );
  if (before === 2) damage(tar, chance!);
  const packed = gzipSync(tar);
  if (chance !== undefined && chance.below(3) === 0) damage(packed, chance);
  return chance?.below(8) === 0 ? packed.subarray(0, chance.below(packed.length)) : packed;
}

function damage(bytes: Uint8Array, chance: FuzzChance): void {
  for (let left = 1 + chance.below(4); left > 0; left--)
    bytes[chance.below(bytes.length)] = chance.below(256);
}
