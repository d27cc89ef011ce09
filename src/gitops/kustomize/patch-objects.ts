import type { JsonObject } from '../../model/json-value.ts';
import { objectAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import { isReleaseKind } from '../may-hold-releases.ts';
import { textAt } from '../text-at.ts';
import type { AppliedPatch } from './apply-patches.ts';
import { patchValues } from './patch-values.ts';
import type { RootBuild } from './repository-builds.ts';
import type { Written } from './written.ts';

/** The groups that a patch with a target need not name. */
const APIS: Readonly<Record<string, string>> = {
  HelmRelease: 'helm.toolkit.fluxcd.io/v2',
  Application: 'argoproj.io/v1alpha1',
  ApplicationSet: 'argoproj.io/v1alpha1',
  HelmChart: 'helm.cattle.io/v1',
  HelmChartConfig: 'helm.cattle.io/v1',
};

/**
 * Patches of releases that no build lays over anything that is in this repository, by the file (absolute) that writes them: what they patch
 * is on the network, or nowhere. As objects, they are all that is known of these releases.
 */
export function patchObjects(builds: readonly RootBuild[]): ReadonlyMap<string, readonly ManifestObject[]> {
  const matched = new Set<string>();
  const bare = new Map<string, { readonly patch: AppliedPatch; readonly from: RootBuild }>();
  for (const from of builds) {
    const { resources, isPartial } = from.build;
    // Else it changes nothing at all, and a release of the build says so.
    const isNews = isPartial || !resources.some(({ manifest }) => isReleaseKind(manifest.data.kind));
    for (const patch of from.build.patches) {
      if (!isReleaseKind(patch.target?.['kind'] ?? textAt(patch.document.data, ['kind']))) continue;
      const key = placeOf(patch);
      if (patch.matched) matched.add(key);
      else if (isNews && !bare.has(key)) bare.set(key, { patch, from });
    }
  }
  const objects = new Map<string, ManifestObject[]>();
  for (const [key, { patch, from }] of bare) {
    if (matched.has(key)) continue;
    const object = objectOf(patch, from);
    const file = object.source.id;
    objects.set(file, [...(objects.get(file) ?? []), object]);
  }
  return objects;
}

function placeOf({ document, target }: AppliedPatch): string {
  const { source, start } = document.locate(Array.isArray(document.data) ? [0] : ['kind'], 'value');
  return `${source.id} ${start} ${JSON.stringify(target ?? '')}`;
}

function objectOf({ document, target = {} }: AppliedPatch, { root, build }: RootBuild): ManifestObject {
  const written: Written<JsonObject> = Array.isArray(document.data)
    ? patchValues(document)
    : (document as Written<JsonObject>);
  const { source } = document.locate([], 'value');
  const kind = textAt(target, ['kind']) ?? textAt(written.data, ['kind']) ?? '';
  const name = textAt(target, ['name']) ?? textAt(written.data, ['metadata', 'name']) ?? '*';
  const namespace = textAt(target, ['namespace']) ?? textAt(written.data, ['metadata', 'namespace']);
  const metadata = { ...objectAt(written.data, ['metadata']), name, ...(namespace && { namespace }) };
  const apiVersion = textAt(written.data, ['apiVersion']) ?? APIS[kind] ?? '';
  return {
    data: { ...written.data, apiVersion, kind, metadata },
    locate: (path, part) => written.locate(path, part),
    source,
    files: [source.id],
    root,
    isPatch: true,
    findings: build.problems
      .filter(({ span }) => span.source.id === source.id)
      .map(({ id, severity, span, ...said }) => manifestFinding(id, severity, span, said)),
  };
}
