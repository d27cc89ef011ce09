import { isHidden } from '../../kubernetes/structure/show-value.ts';
import { formatPath } from '../../model/format-path.ts';
import { HIDDEN_SECRET } from '../../model/hidden-secret.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { maskText } from '../../model/mask-text.ts';
import type { ChangeCause, FieldChange, ObjectChange } from '../../model/release-change.ts';
import { atAlias } from '../../model/span.ts';
import { startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import type { AssembledRelease } from '../assemble-release.ts';
import { type ManifestOrigin, manifestOrigin } from '../rendering/manifest-origin.ts';
import { secretPaths } from '../secret-spans.ts';
import { type FieldDifference, fieldDifferences } from './field-differences.ts';

/** A release with what became of it, traced. */
export interface ComparedRelease {
  readonly assembled: AssembledRelease;
  readonly rendering: ChartRendering;
}

/** Values that a cause names at most. */
const MOST_CAUSES = 3;

/** What differs between the objects of two releases, in the order in which Helm installs them; what is gone comes last. */
export function compareReleases(before: ComparedRelease, after: ComparedRelease): ObjectChange[] {
  const old = objectsOf(before);
  const now = objectsOf(after);
  const changes: ObjectChange[] = [];
  for (const [key, manifest] of now) {
    const was = old.get(key);
    if (was === undefined) changes.push(whole('added', manifest, after, before));
    else {
      const fields = fieldDifferences(was.document.data, manifest.document.data).map((one) =>
        fieldChange(one, was, manifest, before, after),
      );
      if (fields.length > 0) changes.push({ ...head('changed', manifest), causes: [], fields });
    }
  }
  for (const [key, manifest] of old)
    if (!now.has(key)) changes.push(whole('removed', manifest, before, after));
  return changes;
}

function objectsOf({ rendering: { sorted } }: ComparedRelease): Map<string, Manifest> {
  const objects = new Map<string, Manifest>();
  for (const manifest of [...sorted.manifests, ...sorted.hooks]) {
    // A version of an API that another takes the place of is the same object.
    const group = manifest.apiVersion.includes('/') ? manifest.apiVersion.split('/')[0] : '';
    const key = [group, manifest.kind, namespaceOf(manifest), manifest.name].join('\n');
    let free = key;
    for (let i = 2; objects.has(free); i++) free = `${key}\n${i}`;
    objects.set(free, manifest);
  }
  return objects;
}

function namespaceOf({ document: { data } }: Manifest): string | undefined {
  const found = isJsonObject(data) ? valueAt(data, ['metadata', 'namespace']) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function head(how: ObjectChange['how'], manifest: Manifest): Omit<ObjectChange, 'causes' | 'fields'> {
  const { apiVersion, kind, name, from } = manifest;
  return { how, apiVersion, kind, name, namespace: namespaceOf(manifest), template: from.name };
}

function whole(
  how: 'added' | 'removed',
  manifest: Manifest,
  there: ComparedRelease,
  other: ComparedRelease,
): ObjectChange {
  const origin = originIn(there, manifest, ['kind'], 'key');
  const named = originIn(there, manifest, ['metadata', 'name'], 'value');
  // What decided that it is there counts; its name tells of one that was renamed.
  const groups = [origin.decided, named.values, origin.values];
  return { ...head(how, manifest), causes: causes(groups, origin, there, other), fields: [] };
}

function fieldChange(
  { field, before: from, after: to, beforeAt, afterAt }: FieldDifference,
  was: Manifest,
  manifest: Manifest,
  before: ComparedRelease,
  after: ComparedRelease,
): FieldChange {
  const sides = [
    { release: after, other: before, manifest, at: afterAt, value: to },
    { release: before, other: after, manifest: was, at: beforeAt, value: from },
  ].filter(({ value }) => value !== undefined);
  const origins = sides.map((side) => originIn(side.release, side.manifest, side.at, 'value'));
  const shown = { before: masked(before, was, beforeAt, from), after: masked(after, manifest, afterAt, to) };
  const [side] = sides;
  return {
    how: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed',
    field,
    ...shown,
    isSecret: shown.before === HIDDEN_SECRET || shown.after === HIDDEN_SECRET,
    causes:
      side === undefined
        ? []
        : causes(
            [...origins.map(({ values }) => values), ...origins.map(({ decided }) => decided)],
            origins[0]!,
            side.release,
            side.other,
            after.assembled,
          ),
  };
}

/** The value with every secret in it replaced: by its name, by what it is for, or because a secret of the values went in. */
function masked(
  release: ComparedRelease,
  manifest: Manifest,
  at: ValuesPath,
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (Array.isArray(value))
    return value.map((item, i) => masked(release, manifest, [...at, i], item) as JsonValue);
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        masked(release, manifest, [...at, key], item) as JsonValue,
      ]),
    );
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const { data } = manifest.document;
  if (isJsonObject(data) && isHidden(at, data)) return HIDDEN_SECRET;
  const isSecret = secretPaths(release.assembled.release);
  if (originIn(release, manifest, at, 'value').values.some(isSecret) || isShownSecret(at, data, value))
    return HIDDEN_SECRET;
  return typeof value === 'string' ? maskText(value) : value;
}

/** Whether it reads like a secret beside what stands in front of it: `--password` in a list, `password: { value: … }`. */
function isShownSecret(at: ValuesPath, data: JsonValue, value: string | number): boolean {
  const last = at.at(-1);
  const [around, before] = [at.at(-2), typeof last === 'number' ? at.with(-1, last - 1) : undefined];
  const own =
    before === undefined
      ? { [String(last)]: value }
      : [isJsonObject(data) ? (valueAt(data, before) ?? '') : '', value];
  const text = JSON.stringify(typeof around === 'string' ? { [around]: own } : own);
  return !maskText(text).includes(JSON.stringify(value));
}

function originIn(
  { assembled, rendering }: ComparedRelease,
  manifest: Manifest,
  at: ValuesPath,
  part: 'key' | 'value',
): ManifestOrigin {
  return manifestOrigin(manifest, at, part, {
    values: assembled.release.values,
    templates: rendering.templates,
  });
}

/** Of the first values that differ at all those that do; without any the place in the template. */
function causes(
  groups: readonly (readonly ValuesPath[])[],
  { template }: ManifestOrigin,
  there: ComparedRelease,
  other: ComparedRelease,
  shown: AssembledRelease = there.assembled,
): ChangeCause[] {
  const differs = (at: ValuesPath): boolean =>
    at.length > 0 &&
    JSON.stringify(valueAt(there.assembled.values.data, at)) !==
      JSON.stringify(valueAt(other.assembled.values.data, at));
  for (const group of groups) {
    const differing = group.filter(differs);
    // What holds another one says less.
    const inner = differing.filter(
      (at) => !differing.some((one) => one.length > at.length && startsWith(one, at)),
    );
    const found = new Map(
      inner.map((at) => [formatPath(at), { value: formatPath(at), ...placeOf(at, shown, there.assembled) }]),
    );
    if (found.size > 0) return [...found.values()].slice(0, MOST_CAUSES);
  }
  return template === undefined ? [] : [{ value: undefined, span: template, written: true }];
}

/** Where the value is written now; where it was, when it is gone. */
function placeOf(
  at: ValuesPath,
  now: AssembledRelease,
  then: AssembledRelease,
): Pick<ChangeCause, 'span' | 'written'> {
  const place = now.values.locate(at, 'value');
  const { span, written } = place.written ? place : then.values.locate(at, 'value');
  return { span: atAlias(span), written };
}
