import { typeAt } from '../kubernetes/schema/type-schema.ts';
import { describeType } from '../kubernetes/structure/describe-type.ts';
import { chooseMinor } from '../kubernetes/types/choose-minor.ts';
import { withCustomTypes } from '../kubernetes/types/custom-types.ts';
import type { KubernetesTypes } from '../kubernetes/types/kubernetes-types.ts';
import { loadTypes } from '../kubernetes/types/load-types.ts';
import { formatPath } from '../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { FieldUse, ValueUsage } from '../model/value-usage.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';
import type { Manifest } from '../templates/chart/sort-manifests.ts';
import type { AssembledRelease } from './assemble-release.ts';
import { hasFailed } from './describe-failures.ts';
import type { OriginPlaces } from './line-origins.ts';
import type { ReleaseInput } from './release-input.ts';
import { refusalOf, renderRelease } from './render-release.ts';
import { definedKinds } from './rendering/defined-kinds.ts';
import { manifestOrigin } from './rendering/manifest-origin.ts';
import { allowedBy, settingsFor } from './settings-for.ts';

/** What templates make of the time is not looked at, so any will do: 2025-01-01. */
const CLOCK = 1_735_689_600_000;

/** Where the value at a path goes when the release is rendered; undefined when its chart has no templates here. */
export async function valueUsage(
  { release, values, root }: AssembledRelease,
  { helmVersion, rendering: asked, definitions }: ReleaseInput,
  path: ValuesPath,
): Promise<ValueUsage | undefined> {
  if (root === undefined || (root.chart.templates?.() ?? []).length + root.subcharts.length === 0)
    return undefined;
  const options = { helmVersion, ...settingsFor(root, asked, helmVersion), traced: true, clock: CLOCK };
  if (refusalOf(root, options) !== undefined) return undefined;
  const rendering = await renderRelease(root, values, options);
  if (rendering.templates.size === 0) return undefined;
  const manifests = [...rendering.sorted.manifests, ...rendering.sorted.hooks];
  const own = await loadTypes(
    chooseMinor(asked?.kubeVersion, allowedBy(root)),
    manifests.map(({ apiVersion }) => apiVersion),
  );
  const types = withCustomTypes(own, definedKinds(rendering, definitions?.() ?? []));
  const places = { values: release.values, templates: rendering.templates };
  const found = manifests.map((manifest) => usesIn(manifest, path, places, types));
  const known = release.chart?.templates;
  return {
    uses: found.flatMap(({ uses }) => uses),
    decides: found.flatMap(({ decides }) => decides),
    isRead: known?.complete === true ? known.reads(path) : undefined,
    stops: hasFailed(rendering),
    texts: new Map(Array.from(rendering.templates.values(), ({ source, text }) => [source.id, text])),
  };
}

/** The outermost fields of a manifest that the value goes into as a whole, and those that are there because of it. */
function usesIn(
  manifest: Manifest,
  path: ValuesPath,
  places: OriginPlaces,
  types: KubernetesTypes,
): { uses: FieldUse[]; decides: FieldUse[] } {
  const uses: FieldUse[] = [];
  const decides: FieldUse[] = [];
  const isIt = (other: ValuesPath): boolean => startsWith(other, path);
  const { data } = manifest.document;
  const use = (at: ValuesPath, template: FieldUse['template']): FieldUse => {
    const answer = types.kindOf(manifest.apiVersion, manifest.kind);
    const type = answer.is === 'served' ? typeAt(types, answer.type, at) : undefined;
    return {
      object: [manifest.kind, manifest.name].filter((text) => text !== '').join('/'),
      field: formatPath(at),
      template,
      type: type && type.is !== 'any' ? describeType(type) : undefined,
    };
  };
  const visit = (value: JsonValue, at: ValuesPath, isDecided: boolean): void => {
    const origin = manifestOrigin(manifest, at, 'value', places);
    const whole = at.length > 0 && origin.values.length > 0 && origin.values.every(isIt);
    const isScalar = typeof value !== 'object' || value === null;
    if (whole || (isScalar && origin.values.some(isIt))) {
      uses.push(use(at, origin.template));
      return;
    }
    const key = at.length > 0 ? manifestOrigin(manifest, at, 'key', places) : undefined;
    // A condition around the first key of an object is around all of it.
    const decided = at.length === 0 ? firstKey() : key!;
    const isNow = !isDecided && decided.decided.some(isIt);
    if (isNow) decides.push(use(at, decided.template));
    const entries = Array.isArray(value)
      ? value.map((item, i) => [i, item] as const)
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [name, below] of entries) visit(below, [...at, name], isDecided || isNow);
  };
  const firstKey = () => {
    const first = isJsonObject(data) ? Object.keys(data)[0] : undefined;
    return manifestOrigin(manifest, first === undefined ? [] : [first], 'key', places);
  };
  visit(data, [], false);
  return { uses, decides };
}
