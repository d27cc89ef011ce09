import { chart, times } from './chart-texts.ts';
import type { HostileInput } from './hostile-input.ts';

const INGRESS =
  'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: shop }\nspec:\n  rules:\n{{ range .Values.ingress.hosts }}  - host: {{ . }}\n{{ end }}  tls:\n{{ range .Values.ingress.tls }}  - secretName: {{ .secretName }}\n    hosts: {{ toJson .hosts }}\n{{ end }}';

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: shop }\nspec:\n  selector: { a: b }\n  ports: {{ toJson .Values.service.ports }}\n';

/** Values that could take longer than their length says. */
export const HOSTILE_VALUES: readonly HostileInput[] = [
  {
    name: 'nested values',
    size: 25_000,
    files: (size) => ({ 'values.yaml': `a: ${'['.repeat(size)}${']'.repeat(size)}\n` }),
  },
  {
    name: 'nested values, not closed',
    size: 25_000,
    files: (size) => ({ 'values.yaml': `a: ${'{a: '.repeat(size)}\n` }),
  },
  {
    name: 'nested values by indentation',
    size: 500,
    files: (size) => ({ 'values.yaml': times(size, (i) => `${' '.repeat(i)}a:\n`) }),
  },
  {
    name: 'hosts × tls',
    size: 1000,
    files: (size) =>
      chart(
        `ingress:\n  enabled: true\n  hosts:\n${times(size, (i) => `    - h${i}.example.com\n`)}  tls:\n${times(size, (i) => `    - secretName: s${i}\n      hosts: [t${i}.example.org]\n`)}`,
        undefined,
        { 'templates/a.yaml': INGRESS },
      ),
  },
  {
    name: 'hosts × tls, covered',
    size: 1000,
    files: (size) => ({
      'values.yaml': `ingress:\n  enabled: true\n  hosts:\n${times(size, (i) => `    - h${i}.example.com\n`)}  tls:\n    - secretName: s\n      hosts:\n${times(size, (i) => `        - h${size - i}.example.com\n`)}`,
    }),
  },
  {
    name: 'ports of a Service',
    size: 1000,
    files: (size) =>
      chart(
        `service:\n  ports:\n${times(size, (i) => `    - { name: p${i}, port: ${1 + (i % 60_000)}, targetPort: p${i} }\n`)}`,
        undefined,
        {
          'templates/a.yaml': SERVICE,
        },
      ),
  },
  {
    name: 'ports of a Service, all alike',
    size: 1000,
    files: (size) =>
      chart(
        `service:\n  ports:\n${times(size, () => '    - { name: p, port: 80, nodePort: 30000 }\n')}`,
        undefined,
        { 'templates/a.yaml': SERVICE },
      ),
  },
  {
    name: 'URL of many @',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `url: "http://${'@'.repeat(size)}"\nb: "${'http://a'.repeat(size / 8)}"\n`,
    }),
  },
  {
    name: 'URL of many colons',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `url: "${'a:'.repeat(size)}"\nbaseUrl: "${'a://'.repeat(size / 4)}"\nc: "http://${':'.repeat(size)}"\n`,
    }),
  },
  {
    name: 'quantity of digits',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `resources: { limits: { cpu: "${'1'.repeat(size)}x", memory: "${'1.'.repeat(size / 2)}x" } }\n`,
    }),
  },
  {
    name: 'quantity of digits with spaces',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `resources: { limits: { cpu: "${' '.repeat(size)}x", memory: "1${' '.repeat(size)}Gx" } }\nsize: "${'0'.repeat(size)}Gi "\n`,
    }),
  },
  {
    name: 'spaces behind secrets that nobody can parse',
    size: 30_000,
    files: (size) => ({
      'values.yaml': `password: [\n  a${' '.repeat(size)}b,\n  "c${' '.repeat(size)}d\ntokens:\n  - "e${' '.repeat(size)}f\n`,
    }),
  },
  {
    name: 'runs of one character in values and keys',
    size: 30_000,
    files: (size) => ({
      'values.yaml': `${'A'.repeat(size)}: 1\ntimeout: "${'1'.repeat(size)}!"\npassword: "${'a-'.repeat(size / 2)}"\nurl: "://${':'.repeat(size)}"\nreplicaCount: "a${' '.repeat(size)}b"\nsops: 1\n${'sops:\n'.repeat(3)}${'\n'.repeat(size)}`,
      'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'values.schema.json':
        '{ "properties": { "replicaCount": { "type": "integer" }, "Aaa": {} }, "additionalProperties": false }',
      'templates/a.yaml': `{{ if eq .Values.timeout "x" }}{{ int .Values.timeout }}{{ end }}{{ fail .Values.replicaCount }}\n`,
    }),
  },
  {
    name: 'runs of one character in releases',
    size: 30_000,
    files: (size) => ({
      'helmfile.yaml': `releases: [{ name: "{{${' '.repeat(size)}", chart: ./x, values: ["${'{{'.repeat(size / 2)}", "${'/'.repeat(size)}a"] }]\n`,
      'hc.yaml': `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: { name: a }\nspec:\n  chart: "${'a'.repeat(size)}.tgz"\n  set: { a: "${'\\\\'.repeat(size)}" }\n`,
      'app.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { source: { repoURL: "https://x/y", path: "${'/'.repeat(size)}a", helm: { valueFiles: ["${'/'.repeat(size)}a"] } } }\n`,
      'kustomization.yaml': `resources: []\npatches: [{ patch: "---${'\\n'.repeat(size)}!" }]\n`,
    }),
  },
  {
    name: 'spaces in selectors of labels',
    size: 30_000,
    files: (size) => {
      const selectors = [`a=${' '.repeat(size)}!`, `${' '.repeat(size)}=`, `a${' '.repeat(size)}in (`];
      const patches = selectors.map((one) => `{ target: { labelSelector: "${one}" }, patch: "a: 1" }`);
      return {
        'kustomization.yaml': `resources: [a.yaml]\npatches: [${patches.join(', ')}]\n`,
        'a.yaml':
          'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a, labels: { a: b } }\nspec: { values: {} }\n',
      };
    },
  },
  {
    name: 'templates in values',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `a: "${'{{'.repeat(size / 2)}"\nb: "${'{{ .Values.'.repeat(size / 10)}"\nc: "${'{{ a '.repeat(size / 5)}}"\n`,
    }),
  },
  {
    name: 'image of slashes',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `image: "${'a/'.repeat(size / 2)}:!"\nimage2: { repository: "${'a.'.repeat(size / 2)}/!", tag: "${'1.'.repeat(size / 2)}!" }\n`,
    }),
  },
  {
    name: 'host of dots',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `ingress: { enabled: true, hosts: ["${'a.'.repeat(size / 2)}!", "${'a-'.repeat(size / 2)}"] }\nhost: "${'a'.repeat(size)}!"\n`,
    }),
  },
  {
    name: 'duration of digits',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `timeout: "${'1h'.repeat(size / 2)}x"\ninterval: "${'1'.repeat(size)}x"\nscrapeTimeout: "${'1.'.repeat(size / 2)}"\n`,
    }),
  },
  {
    name: 'e-mail, words and PEM',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `password: "${'-----BEGIN '.repeat(size / 11)}"\ntoken: "${'eyJ'.repeat(size / 3)}."\nargs: ["${'--password='.repeat(size / 11)}"]\nnote: "${'a@'.repeat(size / 2)}"\n`,
    }),
  },
  {
    name: 'secrets in one long line that nobody can parse',
    size: 10_000,
    files: (size) => ({
      'values.yaml': `a: [${'{"name": "a_token", "value": "x", '.repeat(size)}\n`,
    }),
  },
  {
    name: 'words in front of @ in comments',
    size: 50_000,
    files: (size) => ({
      'values.yaml': `# ${'a'.repeat(size)}\n# ${'chartlint-disable '.repeat(size / 20)}\na: "true" # ${'=:'.repeat(size / 2)}\n`,
    }),
  },
  {
    name: 'long key',
    size: 2_500_000,
    files: (size) => ({ 'values.yaml': `${'k'.repeat(100)}: 1\n"${'k'.repeat(size)}": "true"\n` }),
  },
  {
    name: 'long key, schema',
    size: 2_500_000,
    files: (size) => chart(`"${'k'.repeat(size)}": "true"\n`, { additionalProperties: false }),
  },
  {
    name: 'long value',
    size: 2_500_000,
    files: (size) => chart(`a: "${'v'.repeat(size)}"\n`, { properties: { a: { enum: ['b'] } } }),
  },
  {
    name: 'long keys in each other, many findings',
    size: 200,
    files: (size) => ({
      'values.yaml': `${'k'.repeat(size * 100)}:\n${times(size, (i) => `  b${i}: "true"\n`)}`,
    }),
  },
  {
    name: 'many findings of one rule',
    size: 5000,
    files: (size) => ({ 'values.yaml': times(size, (i) => `b${i}: "true"\n`) }),
  },
  {
    name: 'the same key again and again',
    size: 5000,
    files: (size) => ({ 'values.yaml': 'a: 1\n'.repeat(size) }),
  },
  {
    name: 'the same map through aliases',
    size: 5,
    files: (size) => ({
      'values.yaml': `a0: &a0 { x: "true" }\n${times(size * 4, (i) => `a${i + 1}: &a${i + 1} { l: *a${i}, r: *a${i} }\n`)}`,
    }),
  },
  {
    name: 'merge keys',
    size: 200,
    files: (size) => ({
      'values.yaml': `a0: &a0 { ${times(size, (i) => `k${i}: 1`, ', ')} }\n${times(size, (i) => `b${i}: { <<: *a0 }\n`)}`,
    }),
  },
  {
    name: 'anchors × aliases',
    size: 5000,
    files: (size) => ({
      'values.yaml': `${times(size, (i) => `a${i}: &a${i} 1\n`)}${times(size, (i) => `b${i}: *a${i}\n`)}`,
    }),
  },
  {
    name: 'one long line, many findings',
    size: 5000,
    files: (size) => ({ 'values.yaml': `{ ${times(size, (i) => `b${i}: "true"`, ', ')} }\n` }),
  },
  {
    name: 'env with names alike',
    size: 2000,
    files: (size) =>
      chart(`env:\n${times(size, () => '  - { name: A, value: b }\n')}`, undefined, {
        'templates/a.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec: { containers: [{ name: a, image: "a:1", env: {{ toJson .Values.env }} }] }\n',
      }),
  },
  {
    name: 'volumes × mounts',
    size: 1000,
    files: (size) =>
      chart(
        `volumes:\n${times(size, (i) => `  - { name: v${i}, emptyDir: {} }\n`)}volumeMounts:\n${times(size, (i) => `  - { name: w${i}, mountPath: /m${i} }\n`)}`,
        undefined,
        {
          'templates/a.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec:\n      volumes: {{ toJson .Values.volumes }}\n      containers: [{ name: a, image: "a:1", volumeMounts: {{ toJson .Values.volumeMounts }} }]\n',
        },
      ),
  },
  {
    name: 'volumes × mounts without a chart',
    size: 1000,
    files: (size) => ({
      'values.yaml': `volumes:\n${times(size, (i) => `  - { name: v${i}, emptyDir: {} }\n`)}volumeMounts:\n${times(size, (i) => `  - { name: w${i}, mountPath: /m${i} }\n`)}`,
    }),
  },
  {
    name: 'many workloads',
    size: 300,
    files: (size) => ({
      'values.yaml': times(
        size,
        (i) =>
          `w${i}:\n  replicaCount: 2\n  image: { repository: a/b${i}, tag: latest }\n  service: { port: 80 }\n  resources: { requests: { cpu: 2 }, limits: { cpu: 1 } }\n  autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 2 }\n`,
      ),
    }),
  },
  {
    name: 'endless standard input',
    size: 1,
    files: () => ({ 'values.yaml': 'a: 1\n' }),
    args: ['-'],
    stdin: 'endless',
    tells: 'more than',
  },
];
