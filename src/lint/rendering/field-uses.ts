import { typeAt } from '../../kubernetes/schema/type-schema.ts';
import type { FieldType } from '../../kubernetes/types/field-type.ts';
import type { KubernetesTypes } from '../../kubernetes/types/kubernetes-types.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Span } from '../../model/span.ts';
import { startsWith, type ValuesPath } from '../../model/values-path.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import type { OriginPlaces } from '../line-origins.ts';
import { manifestOrigin } from './manifest-origin.ts';

/** A field of a rendered object, with the place in the template. */
export interface RenderedField {
  readonly manifest: Manifest;
  readonly at: ValuesPath;
  readonly template: Span | undefined;
  /** What Kubernetes takes there; undefined where nobody knows. */
  readonly type: FieldType | undefined;
}

/** The outermost fields of a manifest that the value goes into as a whole, and those that are there because of it. */
export function fieldUses(
  manifest: Manifest,
  path: ValuesPath,
  places: OriginPlaces,
  types: KubernetesTypes,
): { uses: RenderedField[]; decides: RenderedField[] } {
  const uses: RenderedField[] = [];
  const decides: RenderedField[] = [];
  const isIt = (other: ValuesPath): boolean => startsWith(other, path);
  const { data } = manifest.document;
  const use = (at: ValuesPath, template: Span | undefined): RenderedField => {
    const answer = types.kindOf(manifest.apiVersion, manifest.kind);
    const type = answer.is === 'served' ? typeAt(types, answer.type, at) : undefined;
    return { manifest, at, template, type };
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
