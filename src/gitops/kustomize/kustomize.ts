import { isJsonObject } from '../../model/json-value.ts';
import type { GitopsTool } from '../gitops-tool.ts';
import { mapsAt } from './field-lists.ts';
import { HELM_CHART_NAMES, INFLATOR_NAMES } from './helm-chart-fields.ts';
import { helmChartRelease } from './helm-chart-release.ts';

/** Kustomize: `helmCharts` of a kustomization, and what came before it. */
export const kustomize: GitopsTool = {
  name: 'Kustomize',
  fileName: /^(?:kustomization\.ya?ml|Kustomization)$/,
  ofFile: ({ documents: [document], source }, repository) => {
    if (document === undefined || !isJsonObject(document.data)) return [];
    const chartHome = ['helmGlobals', 'chartHome'];
    return [
      ...mapsAt(document.data, ['helmCharts']).map(({ at }) =>
        helmChartRelease({ document, at, names: HELM_CHART_NAMES, chartHome }, source.id, repository),
      ),
      ...mapsAt(document.data, ['helmChartInflationGenerator']).map(({ at }) =>
        helmChartRelease(
          { document, at, names: INFLATOR_NAMES, chartHome: [...at, 'chartHome'] },
          source.id,
          repository,
        ),
      ),
    ];
  },
  kinds: ['HelmChartInflationGenerator'],
  ofObject: (object, repository) => [
    helmChartRelease(
      { document: object, at: [], names: HELM_CHART_NAMES, chartHome: ['chartHome'] },
      object.files[0] ?? object.source.id,
      repository,
    ),
  ],
};
