import type { CustomResource } from '../../kubernetes/schema/custom-resources.ts';
import { chooseMinor } from '../../kubernetes/types/choose-minor.ts';
import { withCustomTypes } from '../../kubernetes/types/custom-types.ts';
import type { KubernetesTypes } from '../../kubernetes/types/kubernetes-types.ts';
import { loadTypes } from '../../kubernetes/types/load-types.ts';
import type { MergedChart } from '../../merge/merge-chart.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import type { ReleaseInput } from '../release-input.ts';
import { allowedBy } from '../settings-for.ts';
import { definedKinds } from './defined-kinds.ts';

/** Which types objects are held against. */
export interface AskedTypes {
  /** `1.34`; undefined without a wish. */
  readonly version?: string | undefined;
  readonly allows: (version: string) => boolean;
  /** What the chart or the configuration defines of kinds that are none of Kubernetes' own. */
  readonly customResources: (kinds: ReadonlySet<string>) => readonly CustomResource[];
}

/** What the flags and the configuration of a release, its chart, and what that renders ask for. */
export function askedTypes(
  root: MergedChart,
  rendering: ChartRendering,
  { rendering: asked, definitions }: Pick<ReleaseInput, 'rendering' | 'definitions'>,
): AskedTypes {
  return {
    version: asked?.kubeVersion,
    allows: allowedBy(root),
    customResources: (kinds) => definedKinds(rendering, definitions?.() ?? [], kinds),
  };
}

/** The types of Kubernetes, and of custom resources where there are some, for what was rendered. */
export async function renderedTypes(
  manifests: readonly Manifest[],
  asked: AskedTypes,
): Promise<KubernetesTypes> {
  const own = await loadTypes(
    chooseMinor(asked.version, asked.allows),
    manifests.map(({ apiVersion }) => apiVersion),
  );
  const foreign = manifests.filter(({ apiVersion, kind }) => own.kindOf(apiVersion, kind).is === 'unknown');
  const kinds = new Set(foreign.map(({ kind }) => kind));
  return kinds.size > 0 ? withCustomTypes(own, asked.customResources(kinds)) : own;
}
