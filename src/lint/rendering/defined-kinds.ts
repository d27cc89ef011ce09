import { type CustomResource, customResources } from '../../kubernetes/schema/custom-resources.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { definitionsIn } from '../../templates/chart/definitions-in.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';

/** The kinds that a release defines itself, below `crds/` or by its templates, over those of the cluster. */
export function definedKinds(
  { crds, sorted }: ChartRendering,
  cluster: readonly JsonValue[],
): CustomResource[] {
  return [
    ...customResources(cluster),
    ...crds.flatMap(({ name, text }) => customResources(definitionsIn(text, name))),
    ...customResources(sorted.manifests.map(({ document }) => document.data)),
  ];
}
