import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiKind } from './kubernetes-release.ts';

/** In which minors a kind began, counts as deprecated, and is no longer there; and what to use. */
export interface Lifecycle {
  introduced: number;
  deprecated?: number;
  removed?: number;
  replacement?: string;
}

const METHOD =
  /^func \(in \*(\w+)\) APILifecycle(Introduced|Deprecated|Removed|Replacement)\(\).*\n\treturn (.*)$/gm;

export function apiVersionOf({ group, version }: ApiKind): string {
  return group === '' ? version : `${group}/${version}`;
}

/**
 * Reads `zz_generated.prerelease-lifecycle.go`, which is made from the marks on the types, by `apiVersion Kind`.
 * @param modules folders of Go modules; of what several say the first counts
 */
export function kubernetesLifecycles(modules: readonly string[]): Map<string, Lifecycle> {
  const found = new Map<string, Lifecycle>();
  for (const module of modules)
    for (const [key, life] of lifecyclesIn(module)) if (!found.has(key)) found.set(key, life);
  return found;
}

function lifecyclesIn(module: string): Map<string, Lifecycle> {
  const found = new Map<string, Lifecycle>();
  for (const [folder, group] of Object.entries(GROUPS)) {
    for (const version of VERSIONS) {
      const file = path.join(module, folder, version, 'zz_generated.prerelease-lifecycle.go');
      if (!existsSync(file)) continue;
      for (const [, kind, what, returned] of readFileSync(file, 'utf8').matchAll(METHOD)) {
        const key = `${group}/${version} ${kind}`;
        const life = found.get(key) ?? { introduced: 0 };
        const minor = Number(returned!.split(', ')[1]);
        if (what === 'Introduced') life.introduced = minor;
        else if (what === 'Deprecated') life.deprecated = minor;
        else if (what === 'Removed') life.removed = minor;
        else {
          const [g, v, k] = Array.from(returned!.matchAll(/"([^"]*)"/g), ([, text]) => text!);
          life.replacement = `${apiVersionOf({ group: g!, version: v!, kind: k! })} ${k}`;
        }
        found.set(key, life);
      }
    }
  }
  return found;
}

const VERSIONS = [
  'v1',
  'v2',
  ...[1, 2].flatMap((v) => [1, 2, 3].flatMap((n) => [`v${v}alpha${n}`, `v${v}beta${n}`])),
];
const GROUPS: Readonly<Record<string, string>> = {
  'pkg/apis/apiextensions': 'apiextensions.k8s.io',
  'pkg/apis/apiregistration': 'apiregistration.k8s.io',
  admissionregistration: 'admissionregistration.k8s.io',
  apps: 'apps',
  autoscaling: 'autoscaling',
  batch: 'batch',
  certificates: 'certificates.k8s.io',
  coordination: 'coordination.k8s.io',
  discovery: 'discovery.k8s.io',
  extensions: 'extensions',
  flowcontrol: 'flowcontrol.apiserver.k8s.io',
  networking: 'networking.k8s.io',
  node: 'node.k8s.io',
  policy: 'policy',
  rbac: 'rbac.authorization.k8s.io',
  resource: 'resource.k8s.io',
  scheduling: 'scheduling.k8s.io',
  storage: 'storage.k8s.io',
};
