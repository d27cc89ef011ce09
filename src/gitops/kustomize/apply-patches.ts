import { path } from '../../files/path.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { objectAt, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { isReleaseKind } from '../may-hold-releases.ts';
import { itemsAt, mapsAt } from './field-lists.ts';
import { jsonPatch } from './json-patch.ts';
import type { KustomizeInput, KustomizeProblem } from './kustomize-input.ts';
import { PatchRefused } from './patch-refused.ts';
import { changedBy, isCalled, type Resource, resourceId } from './resource.ts';
import { isSelected } from './select-resources.ts';
import { strategicMerge } from './strategic-merge.ts';
import type { Written } from './written.ts';

/** The patches of one document, relative to a folder. */
export interface PatchList {
  readonly of: Written;
  readonly folder: string;
  readonly at: ValuesPath;
  /** What the entries are: maps with `patch` or `path`, bare texts and names, or maps of the old form. */
  readonly form: 'patches' | 'strategic' | 'json6902';
}

/** A patch that a build has laid over what it found. */
export interface AppliedPatch {
  readonly document: Written;
  /** What it is for, where that stands beside it. */
  readonly target: JsonObject | undefined;
  readonly matched: boolean;
}

/** The resources of a build so far, in order; patches change, add to and take from it. */
export interface Patched {
  resources: Resource[];
  /** Whether something that the build reads is not here (a base on the network): then nothing is said to be missing. */
  readonly isPartial: () => boolean;
  readonly problems: KustomizeProblem[];
  readonly applied: AppliedPatch[];
}

/** Lays the patches of a list over the resources, in order (`PatchTransformer` and its two forerunners). */
export function applyPatches(list: PatchList, patched: Patched, input: KustomizeInput): void {
  for (const { at } of itemsAt(list.of.data, list.at)) {
    try {
      applyEntry(list, at, patched, input);
    } catch (error) {
      if (!(error instanceof PatchRefused)) throw error;
      patched.problems.push({ id: 'patch-refused', severity: 'error', span: error.span, ...error.statement });
    }
  }
}

function applyEntry(list: PatchList, at: ValuesPath, patched: Patched, input: KustomizeInput): void {
  const { of } = list;
  const documents = patchDocuments(list, at, patched, input);
  const target = objectAt(of.data, [...at, 'target']);
  for (const document of documents) {
    if (Array.isArray(document.data)) {
      if (target !== undefined) selectAndPatch(of, at, target, document, patched);
    } else if (!isMap(document)) continue;
    else if (target !== undefined) selectAndPatch(of, at, target, document, patched);
    else patchByName(document, patched);
  }
}

/** The documents of one entry: of the file that it names, or of its own text. */
function patchDocuments(
  { of, folder, form }: PatchList,
  at: ValuesPath,
  patched: Patched,
  input: KustomizeInput,
): readonly Written[] {
  const entry = valueAt(of.data, at);
  if (typeof entry === 'string') {
    const inner = entry.includes('\n') || form === 'patches' ? input.inner(of, at) : undefined;
    return inner ?? fileDocuments(of, at, folder, patched, input);
  }
  if (!isJsonObject(entry)) return [];
  if (typeof entry['patch'] === 'string') return input.inner(of, [...at, 'patch']) ?? [];
  if (typeof entry['path'] === 'string') return fileDocuments(of, [...at, 'path'], folder, patched, input);
  return [];
}

function fileDocuments(
  of: Written,
  at: ValuesPath,
  folder: string,
  patched: Patched,
  input: KustomizeInput,
): readonly Written[] {
  const name = String(valueAt(of.data, at));
  if (name.includes('://')) return [];
  const file = path.resolve(folder, name);
  if (input.kind(file) === 'file') return input.documents(file) ?? [];
  patched.problems.push({
    id: 'missing-file',
    severity: 'error',
    span: of.locate(at, 'value'),
    problem: `"${input.shown(file)}" does not exist`,
    why: 'kustomize build stops.',
    help: 'Mend the path; it is relative to the kustomization.',
  });
  return [];
}

function isMap(document: Written): document is Written<JsonObject> {
  return isJsonObject(document.data);
}

function selectAndPatch(
  of: Written,
  at: ValuesPath,
  target: JsonObject,
  document: Written,
  patched: Patched,
): void {
  let found = 0;
  patched.resources = patched.resources.flatMap((resource) => {
    const isTarget = isSelected(resource, target);
    if (isTarget !== false) found++;
    if (isTarget !== true) return [resource];
    const manifest = isMap(document)
      ? merged(resource, document, objectAt(of.data, [...at, 'options']))
      : jsonPatch(resource.manifest, document);
    return manifest === undefined ? [] : [changedBy(resource, manifest, document)];
  });
  patched.applied.push({ document, target, matched: found > 0 });
  // Of other kinds nothing is read.
  if (found > 0 || patched.isPartial() || !isReleaseKind(target.kind)) return;
  patched.problems.push({
    id: 'patch-matches-nothing',
    severity: 'warning',
    span: of.locate([...at, 'target'], 'key'),
    problem: `the target ${described(target)} matches no resource`,
    why: 'The patch changes nothing, and kustomize build says nothing about it.',
    help: nearest(target, patched.resources) ?? 'Mend the target, or delete the patch.',
  });
}

/** A patch without a target changes the one resource that it names (`GetById`). */
function patchByName(patch: Written<JsonObject>, patched: Patched): void {
  const id = resourceId(patch);
  const { resources, problems, applied } = patched;
  const index = resources.findIndex((resource) => isCalled(resource, id));
  applied.push({ document: patch, target: undefined, matched: index !== -1 });
  if (index === -1) {
    if (patched.isPartial() || !isReleaseKind(id.kind)) return;
    problems.push({
      id: 'patch-matches-nothing',
      severity: 'error',
      span: patch.locate(['metadata', 'name'], 'value'),
      problem: `no resource ${id.kind} "${id.name}"${id.namespace === '' ? '' : ` in namespace "${id.namespace}"`} is there to patch`,
      why: 'kustomize build stops: "no matches for Id".',
      help:
        nearest({ kind: id.kind, name: id.name }, resources) ??
        'Name a resource of this kustomization or of its bases.',
    });
    return;
  }
  const manifest = merged(resources[index]!, patch, undefined);
  patched.resources = resources.toSpliced(
    index,
    1,
    ...(manifest === undefined ? [] : [changedBy(resources[index]!, manifest, patch)]),
  );
}

/** The patch laid over a resource, whose kind, name and namespace stay (`Resource.ApplySmPatch`). */
function merged(
  { manifest }: Resource,
  patch: Written<JsonObject>,
  options: JsonObject | undefined,
): Written<JsonObject> | undefined {
  const result = strategicMerge(manifest, patch);
  if (result === undefined) return undefined;
  const own = resourceId(manifest);
  const keep: [ValuesPath, string][] = [];
  if (options?.['allowKindChange'] !== true) keep.push([['kind'], own.kind]);
  if (options?.['allowNameChange'] !== true) keep.push([['metadata', 'name'], own.name]);
  keep.push([['metadata', 'namespace'], own.namespace]);
  return keep.every(([at, text]) => (valueAt(result.data, at) ?? '') === text)
    ? result
    : renamed(result, manifest, keep);
}

/** With these texts put back as the resource had them. */
function renamed(
  result: Written<JsonObject>,
  manifest: Written<JsonObject>,
  keep: readonly [ValuesPath, string][],
): Written<JsonObject> {
  const metadata = { ...objectAt(result.data, ['metadata']) };
  const data: JsonObject = { ...result.data, metadata };
  for (const [at, text] of keep) {
    const map = at.length === 1 ? data : metadata;
    if (text === '') delete map[String(at.at(-1))];
    else map[String(at.at(-1))] = text;
  }
  const kept = new Set(keep.map(([at]) => at.join('/')));
  const sourceOf = (place: ValuesPath): Written => (kept.has(place.join('/')) ? manifest : result);
  return {
    data,
    locate: (place, part) => sourceOf(place).locate(place, part),
    written: (place) => sourceOf(place).written(place),
  };
}

function described(target: JsonObject): string {
  const { kind, name } = target;
  const parts = [kind, typeof name === 'string' ? `"${name}"` : undefined].filter(
    (part) => typeof part === 'string',
  );
  return parts.length === 0 ? 'of the patch' : parts.join(' ');
}

/** What of the same kind is there instead. */
function nearest(target: JsonObject, resources: readonly Resource[]): string | undefined {
  const { kind } = target;
  const names = resources
    .map(({ manifest }) => resourceId(manifest))
    .filter((id) => id.kind === kind)
    .map(({ name }) => `"${name}"`);
  if (names.length === 0 || typeof kind !== 'string') return undefined;
  return `There is ${kind} ${names.slice(0, 3).join(', ')}; mend the name, or delete the patch.`;
}

/** The three lists of a kustomization, in the order in which Kustomize applies them before anything is renamed. */
export function earlyPatches(of: Written, folder: string): PatchList[] {
  return [
    { of, folder, at: ['patchesStrategicMerge'], form: 'strategic' },
    { of, folder, at: ['patches'], form: 'patches' },
  ];
}

/** The maps of a list of patches that have a target of their own. */
export function latePatches(of: Written, folder: string): PatchList[] {
  return mapsAt(of.data, ['patchesJson6902']).length === 0
    ? []
    : [{ of, folder, at: ['patchesJson6902'], form: 'json6902' }];
}
