import type { JsonObject } from '../../model/json-value.ts';
import { objectAt } from '../../model/values-path.ts';
import type { Patched } from './apply-patches.ts';
import type { GeneratedResource } from './generate-configs.ts';
import { isCalled, type Resource, resourceId } from './resource.ts';
import { type Piece, type Pieces, pieceBelow, woven } from './woven.ts';
import type { Written } from './written.ts';

/** Adds a generated ConfigMap or Secret to the others, or lays it over the one that is called so (`AbsorbAll`). */
export function mergeGenerated(
  { resource, behavior, at }: GeneratedResource,
  of: Written,
  patched: Patched,
): void {
  const id = resourceId(resource.manifest);
  const index = patched.resources.findIndex((other) => isCalled(other, id));
  const other = patched.resources[index];
  if (behavior === 'create' || other === undefined) {
    if (behavior !== 'create' && !patched.isPartial()) {
      patched.problems.push({
        id: 'generator',
        severity: 'error',
        span: of.locate([...at, 'behavior'], 'value'),
        problem: `there is no ${id.kind} "${id.name}" to ${behavior}`,
        why: 'kustomize build stops.',
        help: 'Name one that a base makes, in the same namespace, or write "behavior: create".',
      });
    }
    patched.resources.push(resource);
    return;
  }
  const generated = {
    hashed: resource.generated.hashed || other.generated?.hashed === true,
    files: new Map([
      ...(behavior === 'merge' ? (other.generated?.files ?? []) : []),
      ...resource.generated.files,
    ]),
  };
  const manifest =
    behavior === 'merge' ? mergedData(other, resource.manifest) : withName(other, resource.manifest);
  const files = [...other.files, ...resource.files];
  patched.resources[index] = { manifest, past: other.past, files, generated };
}

/** The keys of both, those of the later one on top. */
function mergedData({ manifest }: Resource, over: Written<JsonObject>): Written<JsonObject> {
  const below = objectAt(manifest.data, ['data']) ?? {};
  const above = objectAt(over.data, ['data']) ?? {};
  const data: JsonObject = { ...below, ...above };
  const entries = new Map<string, Piece>();
  for (const key of Object.keys(below)) entries.set(key, { of: manifest, at: ['data', key] });
  for (const key of Object.keys(above)) entries.set(key, { of: over, at: ['data', key] });
  return withData(manifest, data, entries);
}

function withName({ manifest }: Resource, over: Written<JsonObject>): Written<JsonObject> {
  const data = objectAt(over.data, ['data']) ?? {};
  return withData(
    manifest,
    data,
    new Map(Object.keys(data).map((key) => [key, { of: over, at: ['data', key] }])),
  );
}

function withData(
  manifest: Written<JsonObject>,
  data: JsonObject,
  entries: Map<string, Piece>,
): Written<JsonObject> {
  const root: Piece = { of: manifest, at: [] };
  const whole: JsonObject = { ...manifest.data, data };
  const pieces: Pieces = new Map();
  pieces.set(data, entries);
  pieces.set(whole, new Map(Object.keys(whole).map((key) => [key, pieceBelow(root, key)])));
  return woven(whole, root, pieces);
}
