import type { CheckInfo } from '../model/check-info.ts';

/** What is wrong with the ways in which manifests give values: files, merges, patches, `set`. */
export const manifestValueChecks = [
  {
    id: 'gitops/values-not-text',
    severity: 'error',
    summary: 'A manifest gives values as a map where its tool takes text.',
    why: 'spec.valuesContent of a HelmChart is text that is YAML: Kubernetes refuses a map there. Write `|-` behind the key.',
  },
  {
    id: 'gitops/set-type',
    severity: 'error',
    summary: 'A value of set is of a type that the manifest cannot hold.',
    why: 'set of k3s takes strings and whole numbers, set of Crossplane strings only. Kubernetes refuses the object otherwise.',
  },
  {
    id: 'gitops/set-empty',
    severity: 'error',
    summary: 'A parameter is set to nothing.',
    why: 'Crossplane takes an empty value for a missing one and installs nothing.',
  },
  {
    id: 'gitops/set-comma',
    severity: 'error',
    summary: 'A comma in the value of a parameter starts another parameter.',
    why: 'Crossplane parses name=value as Helm parses --set and escapes nothing. Argo CD, helmfile and k3s escape commas themselves.',
  },
  {
    id: 'gitops/files-not-read',
    severity: 'error',
    summary: 'Values files are named where the tool does not read them.',
    why: 'Fleet reads helm.valuesFiles at the top only where helm.chart or helm.repo is set.',
  },
  {
    id: 'gitops/missing-file',
    severity: 'error',
    summary: 'A manifest names a file that does not exist.',
    why: 'Most tools stop there and install nothing; some leave the file out without a word. The path is taken as the tool takes it: from the manifest, from the chart or from the root of the repository.',
  },
  {
    id: 'gitops/outside-root',
    severity: 'error',
    summary: 'A kustomization names a values file outside of its folder.',
    why: 'kustomize build refuses it, unless it runs with --load-restrictor LoadRestrictionsNone.',
  },
  {
    id: 'gitops/unknown-word',
    severity: 'error',
    summary: 'A field has a word that its tool does not know.',
    why: 'The tool stops when it reads it, or when the word is needed for the first time.',
  },
  {
    id: 'gitops/no-effect',
    severity: 'warning',
    summary: 'A value in a manifest never reaches the chart, since something else sets it and wins.',
    why: 'Each tool has its own order: additionalValuesFiles of Kustomize win over valuesInline, and with valuesMerge: merge the values file does.',
  },
  {
    id: 'gitops/null-keeps-default',
    severity: 'warning',
    summary: 'A null does not remove a default of the chart.',
    why: 'Kustomize takes the key out of the values before Helm sees them, so the default stays. Helm removes a default only where it gets the null itself.',
  },
  {
    id: 'gitops/patch-refused',
    severity: 'error',
    summary: 'A patch cannot be done to what it patches.',
    why: 'kustomize build stops: the kinds of two values differ, or a JSON 6902 operation names a place that is not there.',
  },
  {
    id: 'gitops/patch-matches-nothing',
    severity: 'warning',
    summary: 'A patch changes nothing, since no resource is what it says.',
    why: 'Kustomize says nothing about a target that matches no resource; for a patch that names its resource itself it stops.',
  },
  {
    id: 'gitops/generator',
    severity: 'error',
    summary: 'A generator changes a ConfigMap or Secret that is not there.',
    why: 'kustomize build stops at behavior: merge or replace without something of that name.',
  },
  {
    id: 'gitops/values-not-a-list',
    severity: 'error',
    summary: 'A list is needed where a map or a single value stands.',
    why: 'values in a helmfile, valueFiles, valuesFrom and the like are lists: the tool refuses the manifest otherwise.',
  },
  {
    id: 'gitops/missing-chart',
    severity: 'error',
    summary: 'A kustomization names a chart that is not there, and no repository to get it from.',
    why: 'kustomize build stops: a chart without repo has to lie in the folder of charts, `charts` by default.',
  },
  {
    id: 'gitops/text-refused',
    severity: 'error',
    summary:
      'The text that a targetPath takes cannot be set at its path, or the path leads below what is no map or list.',
    why: 'Flux parses path=text as Helm parses --set, where commas and braces mean something, and a path below a single value is an error: the release is not installed.',
  },
  {
    id: 'gitops/several-files',
    severity: 'error',
    summary: 'A pattern in the values of a helmfile stands for several files.',
    why: 'helmfile takes a pattern that stands for one file, and stops at one that stands for more.',
  },
  {
    id: 'gitops/null-section',
    severity: 'warning',
    summary: 'A map in a list of values is empty, since its keys stand beside it.',
    why: 'Below `- image:` the keys have to be indented by four spaces. Two make `image` null, and null deletes what the chart has there.',
  },
  {
    id: 'gitops/not-rendered',
    severity: 'warning',
    summary: 'A template in a helmfile is not rendered.',
    why: 'helmfile v1 renders only files that end in .gotmpl, and of others paths, names and valuesTemplate. The chart gets the text itself, without a word.',
  },
  {
    id: 'gitops/missing-template',
    severity: 'error',
    summary: 'A release inherits a template that is not there.',
    why: 'helmfile stops. Templates are the keys under `templates` of the file and of its bases.',
  },
  {
    id: 'gitops/parts',
    severity: 'error',
    summary: 'The parts of a helmfile are not in the order, or not as separate, as helmfile v1 wants them.',
    why: 'environments and bases come before releases, and a line `---` stands between environments and releases: helmfile refuses the file otherwise.',
  },
  {
    id: 'gitops/later-document',
    severity: 'error',
    summary: 'The text of a ConfigMap or Secret holds a second YAML document, which is not read.',
    why: 'Flux, Fleet and Crossplane decode the text behind valuesFrom as one map: they take the first document and drop the rest without a word, where Helm 4 merges all documents of a file.',
  },
  {
    id: 'gitops/variable-unset',
    severity: 'warning',
    summary: 'A value asks for a variable that the Flux Kustomization does not define.',
    why: 'After the build Flux puts postBuild.substitute into the text, and nothing for what is not defined. It is said only where no substituteFrom may define more; `${NAME:=default}` is never empty, and `$${NAME}` stays as it is.',
  },
  {
    id: 'gitops/date-rewritten',
    severity: 'warning',
    summary: 'A date without quotes reaches the chart as a time.',
    why: 'Kustomize, which builds every manifest for Flux, and helmfile read 2024-01-01 as a time and write 2024-01-01T00:00:00Z. Helm itself and Argo CD keep the text.',
  },
  {
    id: 'gitops/name-not-text',
    severity: 'error',
    summary: 'The name of an object is a number or a boolean to YAML.',
    why: 'kubectl and Argo CD read `off`, `yes` and `123` as YAML 1.1 does, and names are text: Kubernetes refuses the object.',
  },
  {
    id: 'gitops/missing-name',
    severity: 'error',
    summary: 'An entry that sets a value, or names where values come from, says no name.',
    why: 'The tool refuses the manifest, or hands an empty name to Helm, which passes over it: nothing is set.',
  },
] as const satisfies readonly CheckInfo[];
