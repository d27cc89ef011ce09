import type { CheckInfo } from '../model/check-info.ts';

/** What is wrong with manifests of GitOps tools, apart from the values in them. */
export const gitopsChecks = [
  {
    id: 'gitops/values-not-a-map',
    severity: 'error',
    summary: 'A manifest gives values as text, or as a list, where its tool takes a map.',
    why: 'Flux ignores spec.values that is no map and installs the chart with its defaults; Kubernetes or Kustomize refuse the like elsewhere. Delete the `|` behind the key.',
  },
] as const satisfies readonly CheckInfo[];
