import { typeAt, typeSchema } from '../kubernetes/schema/type-schema.ts';
import { chooseMinor } from '../kubernetes/types/choose-minor.ts';
import type { KubernetesTypes } from '../kubernetes/types/kubernetes-types.ts';
import { loadTypes } from '../kubernetes/types/load-types.ts';
import type { FieldSchema } from '../model/field-schema.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { Manifest } from '../templates/chart/sort-manifests.ts';
import type { AssembledRelease } from './assemble-release.ts';
import { hasFailed } from './has-failed.ts';
import { MARK, markedPlaces, markValues } from './mark-values.ts';
import type { ReleaseInput } from './release-input.ts';
import { refusalOf, renderRelease } from './render-release.ts';
import { allowedBy, settingsFor } from './settings-for.ts';

/** What templates make of the time is not looked at, so any will do: 2025-01-01. */
const CLOCK = 1_735_689_600_000;
/** How often a chart is rendered at most, to find out where its values go. */
const MOST_RENDERINGS = 40;

interface Use {
  readonly type: string;
  readonly way: readonly (string | number)[];
  readonly templated: boolean;
}

/**
 * The maps and lists of a chart's values that go whole into fields of Kubernetes, found by rendering the chart with marks in them:
 * as they are, and with everything turned on. A value that goes into fields of different types is left out.
 */
export async function fieldSchemas(
  { release, values, root }: AssembledRelease,
  { helmVersion, rendering: asked }: ReleaseInput,
): Promise<FieldSchema[]> {
  if (root === undefined) return [];
  const options = { helmVersion, ...settingsFor(root, asked, helmVersion), traced: false, clock: CLOCK };
  if (refusalOf(root, options) !== undefined) return [];
  const minor = chooseMinor(asked?.kubeVersion, allowedBy(root));
  const places = markedPlaces(values.data);
  const found = new Map<number, Map<string, Use>>();
  let left = MOST_RENDERINGS;
  let types: KubernetesTypes | undefined;
  // A mark that a template cannot do with costs what else the template has: halves are tried alone.
  const look = async (marks: readonly number[], isOn: boolean): Promise<void> => {
    if (marks.length === 0 || left-- <= 0) return;
    const data = markValues(values.data, places, new Set(marks), isOn);
    const rendering = await renderRelease(root, { ...values, data }, options);
    const manifests = [...rendering.sorted.manifests, ...rendering.sorted.hooks];
    types = await loadTypes(
      minor,
      manifests.map(({ apiVersion }) => apiVersion),
    );
    for (const manifest of manifests) note(manifest, types, (mark) => places[mark], found, values.data);
    if (!hasFailed(rendering) || marks.length === 1) return;
    const half = Math.ceil(marks.length / 2);
    await look(marks.slice(0, half), isOn);
    await look(marks.slice(half), isOn);
  };
  const empty = places.flatMap((path, i) => (isEmpty(valueAt(values.data, path)) ? [i] : []));
  const full = places.flatMap((path, i) => (isEmpty(valueAt(values.data, path)) ? [] : [i]));
  for (const isOn of [false, true]) for (const marks of [empty, full]) await look(marks, isOn);
  const templates = release.chart?.templates;
  return [...found].flatMap(([mark, uses]): FieldSchema[] => {
    const path = places[mark]!;
    const [use, ...more] = uses.values();
    if (use === undefined || more.length > 0 || types === undefined) return [];
    const schema = typeSchema(types, use.type, use.way, use.templated);
    if (schema === undefined) return [];
    const value = valueAt(values.data, path);
    const own = isJsonObject(value) ? Object.keys(value) : [];
    const field = typeAt(types, use.type, use.way);
    const known = field?.is === 'type' ? types.typeOf(field.name)?.fields : undefined;
    const read = templates?.namesBelow(path) ?? [];
    const others = known ? [...new Set([...own, ...read])].filter((key) => !known.has(key)) : [];
    return [{ path, schema, templated: use.templated, others }];
  });
}

function isEmpty(value: JsonValue | undefined): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

/** Notes which marked values a manifest holds whole, and where. */
function note(
  { apiVersion, kind, document }: Manifest,
  types: KubernetesTypes,
  placeOf: (mark: number) => ValuesPath | undefined,
  found: Map<number, Map<string, Use>>,
  values: JsonObject,
): void {
  const answer = types.kindOf(apiVersion, kind);
  if (answer.is !== 'served') return;
  const visit = (value: JsonValue, at: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isJsonObject(value) && Object.hasOwn(value, MARK.name)) {
      const mark = Number(value[MARK.name]);
      const path = placeOf(mark);
      const own = path && valueAt(values, path);
      // Templates that print each entry themselves, in quotes, take what the field does not.
      if (path !== undefined && value[MARK.number] === 1) {
        const way = Array.isArray(own) ? at.slice(0, -1) : at;
        const type = typeAt(types, answer.type, way);
        const keys = Object.keys(value);
        const isAlone = keys.every(
          (key) => key.startsWith(MARK.name) || (isJsonObject(own) && Object.hasOwn(own, key)),
        );
        const fits = Array.isArray(own) ? type?.is === 'list' : type?.is === 'map' || isAlone;
        if (type !== undefined && fits && ['list', 'map', 'type'].includes(type.is)) {
          const uses = found.get(mark) ?? new Map<string, Use>();
          const before = uses.get(JSON.stringify(type));
          const templated = before?.templated === true || value[MARK.template] !== MARK.templateText;
          found.set(mark, uses.set(JSON.stringify(type), { type: answer.type, way, templated }));
        }
      }
    }
    for (const [key, below] of Object.entries(value))
      visit(below, [...at, Array.isArray(value) ? Number(key) : key]);
  };
  visit(document.data, []);
}
