import { SourceFiles } from '../documents/source-files.ts';
import { memoryFiles } from '../files/memory-files.ts';
import { openRepository } from '../gitops/open-repository.ts';
import { type NamedRelease, releasesIn } from '../gitops/releases-in.ts';
import { loadValues } from '../load/load-values.ts';
import { mergeLayers } from '../merge/merge-layers.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { fileSource } from '../model/source.ts';
import type { KustomizeChartCase } from './kustomize-chart-case.ts';

/** What the chart gets by our reading of a kustomization, as `helmVersion` merges, with the release itself. */
export function answerKustomizeChart(
  { files, chartValues }: KustomizeChartCase,
  helmVersion: string,
): { readonly values: JsonObject; readonly release: NamedRelease } {
  const all = memoryFiles([
    ...Object.entries(files).map(([name, text]) => [`/${name}`, text] as const),
    ['/charts/chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n'],
    ['/charts/chart/values.yaml', chartValues],
  ]);
  const sources = new SourceFiles({ cwd: '/', helmVersion }, all);
  const [release] = releasesIn('/kustomization.yaml', openRepository(sources, { folder: '/', roots: ['/'] }));
  if (release === undefined) throw new Error('no release');
  const helmMajor = Number(helmVersion.split('.')[0]);
  const { document } = loadValues(fileSource('values.yaml'), chartValues, { helmMajor });
  const defaults: Layer = { kind: 'chart-defaults', label: '', data: document!.data, scope: [] };
  return { values: mergeLayers([defaults, ...release.layers], { helmVersion }).data, release };
}
