import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encodeKind, recordKinds } from './encode-kubernetes-kinds.ts';
import { encodeTypes } from './encode-kubernetes-types.ts';
import { kubernetesLifecycles } from './kubernetes-lifecycles.ts';
import { goModule, kubernetesRelease } from './kubernetes-release.ts';

/**
 * Writes `src/kubernetes/data/` anew from Kubernetes' own repository, brought as Go modules. Needs Go and the network;
 * what it writes is committed, so nothing else does. For a new Kubernetes add its tag, and drop those that nobody runs.
 */
const TAGS = [
  ...['v1.25.16', 'v1.26.15', 'v1.27.16', 'v1.28.15', 'v1.29.15', 'v1.30.14', 'v1.31.14'],
  ...['v1.32.9', 'v1.33.5', 'v1.34.1', 'v1.35.0', 'v1.36.0', 'v1.37.0'],
];
/** What removed kinds were replaced by; the oldest still knows of what the newest has forgotten. */
const LIFECYCLES = [
  ...['k8s.io/api@v0.37.0', 'k8s.io/api@v0.25.16'],
  ...['k8s.io/apiextensions-apiserver@v0.37.0', 'k8s.io/kube-aggregator@v0.37.0'],
];

const folder = fileURLToPath(new URL('../kubernetes/data/', import.meta.url));
const releases = TAGS.map(kubernetesRelease);
const oldest = releases[0]!.minor;
const kinds = recordKinds(releases, kubernetesLifecycles(LIFECYCLES.map(goModule)));
const roots = new Set([...kinds.values()].flatMap(({ definition }) => definition ?? []));
const types = encodeTypes(releases, roots);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
write('kinds', {
  ' oldest': oldest,
  ' newest': releases.at(-1)!.minor,
  ...Object.fromEntries([...kinds].map(([key, kind]) => [key, encodeKind(kind, oldest)])),
});
for (const [group, named] of types) {
  write(
    group,
    Object.fromEntries(
      Array.from(named, ([name, fields]) => [
        name,
        Object.fromEntries(
          Array.from(fields, ([field, texts]) => [field, texts.length === 1 ? texts[0] : texts]),
        ),
      ]),
    ),
  );
}

writeFileSync(
  `${folder}type-files.ts`,
  [
    '// Written by npm run kubernetes:record.',
    '/** The types of each API group, by the name of its package; each is loaded when a manifest needs it. */',
    'export const typeFiles = {',
    ...[...types.keys()]
      .sort()
      .map((group) => `  ${group}: () => import('./${group}.json', { with: { type: 'json' } }),`),
    '};',
    '',
  ].join('\n'),
);

/** One line for each entry, in order, so that a change can be read. */
function write(name: string, entries: Readonly<Record<string, unknown>>): void {
  const lines = Object.keys(entries)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(entries[key])}`);
  writeFileSync(`${folder}${name}.json`, `{\n${lines.join(',\n')}\n}\n`);
}
