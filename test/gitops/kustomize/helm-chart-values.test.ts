import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFiles } from '../../../src/documents/source-files.ts';
import { memoryFiles } from '../../../src/files/memory-files.ts';
import { openRepository } from '../../../src/gitops/open-repository.ts';
import { releasesIn } from '../../../src/gitops/releases-in.ts';
import { loadValues } from '../../../src/load/load-values.ts';
import { mergeLayers } from '../../../src/merge/merge-layers.ts';
import type { Layer } from '../../../src/model/layer.ts';
import { fileSource } from '../../../src/model/source.ts';
import { CHART_VALUES, KUSTOMIZE_CHART_CASES, type KustomizeChartCase } from '../kustomize-chart-cases.ts';

/** What charts got from the real Kustomize; `src/dev/record-kustomize-charts.ts` records it anew. */
const recorded: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/gitops/kustomize-chart-answers.json', import.meta.url), 'utf8'),
);
/** The Helm that Kustomize ran. */
const HELM = '3.21.4';

/** What the chart gets by our reading of the kustomization. */
function valuesOf({ files }: KustomizeChartCase): unknown {
  const all = memoryFiles([
    ...Object.entries(files).map(([name, text]) => [`/${name}`, text] as const),
    ['/charts/chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n'],
    ['/charts/chart/values.yaml', CHART_VALUES],
  ]);
  const sources = new SourceFiles({ cwd: '/', helmVersion: HELM }, all);
  const [release] = releasesIn('/kustomization.yaml', openRepository(sources, { folder: '/', roots: ['/'] }));
  const { document } = loadValues(fileSource('values.yaml'), CHART_VALUES, { helmMajor: 3 });
  const defaults: Layer = { kind: 'chart-defaults', label: '', data: document!.data, scope: [] };
  return mergeLayers([defaults, ...release!.layers], { helmVersion: HELM }).data;
}

describe('what a chart gets from helmCharts', () => {
  it.each(KUSTOMIZE_CHART_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(recorded[name]).toBeDefined();
    expect(valuesOf(one)).toEqual(recorded[name]);
  });
});
