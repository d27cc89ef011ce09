import { anyOf, type FieldTree } from '../field-tree.ts';
import type { FieldWords } from '../unknown-fields.ts';

/** What the fields of an entry are called. */
export interface HelmChartNames {
  /** As people know it: `helmCharts`. */
  readonly list: string;
  readonly name: string;
  readonly version: string;
  readonly repo: string;
  readonly namespace: string;
  readonly valuesFile: string;
  readonly valuesInline: string;
  readonly fields: FieldTree;
}

const SHARED = 'releaseName valuesMerge';

/** `helmCharts` (`types/helmchartargs.go` of kustomize's API). */
export const HELM_CHART_NAMES: HelmChartNames = {
  list: 'helmCharts',
  name: 'name',
  version: 'version',
  repo: 'repo',
  namespace: 'namespace',
  valuesFile: 'valuesFile',
  valuesInline: 'valuesInline',
  fields: {
    ...anyOf('additionalValuesFiles apiVersions', 'list'),
    ...anyOf(
      `${SHARED} debug devel includeCRDs kubeVersion name nameTemplate namespace repo skipHooks skipTests ` +
        'valuesFile valuesInline version',
    ),
  },
};

/** `helmChartInflationGenerator`, which kustomize turns into the other before it builds. */
export const INFLATOR_NAMES: HelmChartNames = {
  list: 'helmChartInflationGenerator',
  name: 'chartName',
  version: 'chartVersion',
  repo: 'chartRepoUrl',
  namespace: 'releaseNamespace',
  valuesFile: 'values',
  valuesInline: 'valuesLocal',
  fields: anyOf(
    `${SHARED} chartHome chartName chartRepoName chartRepoUrl chartVersion extraArgs helmBin helmHome releaseNamespace values valuesLocal`,
  ),
};

/** What to say about other fields. */
export const HELM_CHART_WORDS: FieldWords = {
  tool: 'helmCharts',
  values: 'valuesInline',
  why: 'kustomize build stops at a field that it does not know.',
  instead: {
    valueFile: 'Kustomize calls it valuesFile.',
    valuesFiles: 'Kustomize has valuesFile for one file, and additionalValuesFiles for more.',
    valueFiles: 'Kustomize has valuesFile for one file, and additionalValuesFiles for more.',
    values: 'Kustomize calls it valuesInline.',
    valuesObject: 'Kustomize calls it valuesInline.',
    chart: 'Kustomize calls it name.',
    repository: 'Kustomize calls it repo.',
    parameters: 'Kustomize has no parameters: write them into valuesInline.',
    set: 'Kustomize has no set: write it into valuesInline.',
    chartHome: 'It belongs under helmGlobals.',
  },
};
