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
  {
    id: 'gitops/ignored-values',
    severity: 'warning',
    summary: 'Values in a manifest that its tool does not look at, because something else is set as well.',
    why: 'Argo CD does not merge values into valuesObject, and does not look at source when there are sources.',
  },
  {
    id: 'gitops/ref',
    severity: 'error',
    summary:
      'A value file names a source of an Argo CD Application that is not there, or a ref that cannot be one.',
    why: 'Argo CD cannot render the Application: `$name/path` needs a source with `ref: name`, which is no chart, and works in sources only.',
  },
  {
    id: 'gitops/parameter-not-text',
    severity: 'error',
    summary: 'The value of a parameter is a number, a boolean, a list or a map where the tool takes text.',
    why: 'Kubernetes refuses the object. Quoted, `true`, `null` and whole numbers still become what they look like, as with --set.',
  },
  {
    id: 'gitops/parameter-list',
    severity: 'error',
    summary: 'A parameter in braces becomes a list of pieces.',
    why: 'To --set, `{a,b}` is a list, and JSON in one parameter is torn apart at its commas. Argo CD escapes commas, but not in a value that starts and ends with a brace.',
  },
  {
    id: 'gitops/parameter-dollar',
    severity: 'warning',
    summary: 'A dollar in a parameter of an Argo CD Application names a variable that is not there.',
    why: 'Parameters, value files and file parameters go through the build environment of Argo CD; a name that it does not know becomes an empty text, in passwords as well. `$$` is a dollar.',
  },
  {
    id: 'gitops/restarted-list',
    severity: 'warning',
    summary: 'A parameter sets one item of a list, and the other items of the chart are lost.',
    why: 'Parameters are parsed before the chart comes into it, as with --set: an index starts a new list, which takes the place of that of the chart. Write the whole list as values.',
  },
  {
    id: 'gitops/filled-in-later',
    severity: 'info',
    summary:
      'Some values of a release are variables, templates or references to secrets, which something fills in later.',
    why: 'What they will be is not known here, so no check looks at them: `${VAR}` of Flux, `{{ }}` of an ApplicationSet, a targetPath with a Secret of the cluster. Where a whole source is not here (a Secret, a file on the network, a .gotmpl with control flow), it may set anything: then only values that are written here are checked.',
  },
] as const satisfies readonly CheckInfo[];
