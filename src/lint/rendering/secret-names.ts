import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import { valuesBetween } from './manifest-origin.ts';

/** Fields that refer to a Secret: `valueFrom.secretKeyRef`, `envFrom[].secretRef`, a volume's `secret` with its `items`. */
const REFERENCES: ReadonlySet<string> = new Set(['secretKeyRef', 'secretRef', 'secret']);
const NAMES: ReadonlySet<string> = new Set(['name', 'secretName', 'key']);

interface NamePlace {
  readonly manifest: Manifest;
  readonly at: ValuesPath;
}

/** Tells which values are names of Secrets, or of keys in them, in the rendered objects. */
export function secretNames(manifests: readonly Manifest[]): (path: ValuesPath, value: string) => boolean {
  const places = new Map<string, NamePlace[]>();
  for (const manifest of manifests) collect(manifest, manifest.document.data, [], false, places);
  return (path, value) => {
    const pointer = toPointer(path);
    return (places.get(value) ?? []).some(({ manifest, at }) => {
      const { start, end } = manifest.document.locate(at, 'value');
      return valuesBetween(manifest, start, end).some((one) => toPointer(one) === pointer);
    });
  };
}

function collect(
  manifest: Manifest,
  value: JsonValue,
  at: ValuesPath,
  isReference: boolean,
  places: Map<string, NamePlace[]>,
): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) collect(manifest, item, [...at, i], isReference, places);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [key, below] of Object.entries(value)) {
    const path = [...at, key];
    if (isReference && NAMES.has(key) && typeof below === 'string') {
      const known = places.get(below) ?? [];
      known.push({ manifest, at: path });
      places.set(below, known);
    } else collect(manifest, below, path, isReference ? key === 'items' : REFERENCES.has(key), places);
  }
}
