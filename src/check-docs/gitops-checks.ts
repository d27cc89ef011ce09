import type { CheckInfo } from '../model/check-info.ts';

/** What is wrong with manifests of GitOps tools, apart from the values in them. */
export const gitopsChecks = [
  {
    id: 'gitops/values-not-a-map',
    severity: 'error',
    summary: 'A manifest gives values as text, or as a list, where its tool takes a map.',
    why: 'Flux ignores spec.values that is no map and installs the chart with its defaults; Kubernetes or Kustomize refuse the like elsewhere. Delete the `|` behind the key.',
  },
  {
    id: 'gitops/unknown-field',
    severity: 'error',
    summary: 'A manifest has a field that its tool does not know, where values or charts are named.',
    why: 'The tools call the same thing by different names: valuesFiles in Flux and Fleet, valueFiles in Argo CD. Kubernetes refuses an unknown field or drops it without a word, and then the values in it never reach the chart.',
  },
  {
    id: 'gitops/missing-key',
    severity: 'error',
    summary: 'A ConfigMap or Secret that values come from does not have the key that is asked for.',
    why: 'The release is not installed before the key is there. In Flux valuesKey is values.yaml unless it is written.',
  },
  {
    id: 'gitops/missing-source',
    severity: 'error',
    summary:
      'Values come from a ConfigMap or Secret that is not in the repository, and one of nearly the same name is.',
    why: 'The release is not installed before the object is there. What has no like here may come from elsewhere, and nothing is said about it.',
  },
  {
    id: 'gitops/other-namespace',
    severity: 'error',
    summary: 'Values come from a ConfigMap or Secret that is in another namespace than the release.',
    why: 'Flux looks in the namespace of the HelmRelease alone; targetNamespace says where the chart is installed, not where values are.',
  },
  {
    id: 'gitops/hashed-name',
    severity: 'error',
    summary:
      'Kustomize puts a hash behind the name of a generated ConfigMap or Secret, and valuesFrom keeps the bare name.',
    why: 'Kustomize does not know that spec.valuesFrom[].name of a HelmRelease is a name that it has to change. A nameReference under configurations tells it, disableNameSuffixHash leaves the hash out.',
  },
  {
    id: 'gitops/set-twice',
    severity: 'warning',
    summary:
      'The same value is set in two places of a manifest of which one wins for reasons that nobody sees.',
    why: 'The documentation of Flux says that targetPath overwrites inline values. It does so only for a key in a map that inline values alone have; everywhere else inline values win.',
  },
  {
    id: 'gitops/chart-twice',
    severity: 'error',
    summary: 'A manifest says in two ways which chart is meant.',
    why: 'Kubernetes refuses a HelmRelease with both spec.chart and spec.chartRef.',
  },
  {
    id: 'gitops/open-version',
    severity: 'warning',
    summary: 'A chart from a repository has no version, or a range without an upper end.',
    why: 'The next major version is installed without a commit, with values that were written for another one.',
  },
  {
    id: 'gitops/key-not-text',
    severity: 'error',
    summary: 'A key of values in a manifest that Kustomize builds is a number, a boolean or a date.',
    why: 'Kustomize cannot write such a map as JSON and stops the build of everything. Quote the key.',
  },
] as const satisfies readonly CheckInfo[];
