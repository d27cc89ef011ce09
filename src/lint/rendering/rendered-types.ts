import type { CustomResource } from '../../kubernetes/schema/custom-resources.ts';
import { chooseMinor } from '../../kubernetes/types/choose-minor.ts';
import { withCustomTypes } from '../../kubernetes/types/custom-types.ts';
import type { KubernetesTypes } from '../../kubernetes/types/kubernetes-types.ts';
import { loadTypes } from '../../kubernetes/types/load-types.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';

/** Which types objects are held against. */
export interface AskedTypes {
  /** `1.34`; undefined without a wish. */
  readonly version?: string | undefined;
  readonly allows: (version: string) => boolean;
  /** Kinds that the chart or the configuration defines. Asked for when there is an object of no kind of Kubernetes' own. */
  readonly customResources: () => readonly CustomResource[];
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
  const isForeign = manifests.some(({ apiVersion, kind }) => own.kindOf(apiVersion, kind).is === 'unknown');
  return isForeign ? withCustomTypes(own, asked.customResources()) : own;
}
