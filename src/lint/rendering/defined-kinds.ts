import { type CustomResource, customResources } from '../../kubernetes/schema/custom-resources.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { definitionsIn } from '../../templates/chart/definitions-in.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';

/** What defines these kinds: the release itself, below `crds/` or by its templates, over what the cluster has. There may be others among them. */
export function definedKinds(
  { crds, sorted }: ChartRendering,
  cluster: readonly JsonValue[],
  kinds: ReadonlySet<string>,
): CustomResource[] {
  return [
    ...customResources(cluster),
    ...crds.flatMap(({ name, text }) => customResources(definitionsIn(text, name, kinds))),
    ...customResources(sorted.manifests.map(({ document }) => document.data)),
  ];
}
