import { formatPath } from '../model/format-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { Draft, get } from './draft.ts';
import type { Source } from './find-origin.ts';
import { mergeMaps } from './merge-maps.ts';
import type { MergedLayers } from './merged-layers.ts';
import { inScope } from './user-values.ts';

/** A map and something else meet at one path; the stronger layer wins as a whole. */
export interface MergeConflict extends Statement {
  readonly rule: 'merge/table-replaced-by-value' | 'merge/value-replaced-by-table';
  readonly at: ValuesPath;
  readonly stronger: ConflictSide;
  readonly weaker: ConflictSide;
  /**
   * Helm warns when a default is involved, and says nothing about two files of the user, nor about a value over a map of
   * defaults at the top level of a chart.
   */
  readonly helmWarns: boolean;
  /** `{}`, `[]`, `""` or `false` lost: often a placeholder, and nothing of worth is gone. */
  readonly weakerIsEmpty: boolean;
  readonly strongerIsEmpty: boolean;
}

export interface ConflictSide {
  readonly layer: Layer;
  /** Undefined for the defaults of a chart profile, which no file holds. */
  readonly span: Span | undefined;
  readonly kind: 'map' | 'list' | 'text' | 'number' | 'boolean';
}

/**
 * Where a map and another value meet, in the order in which the layers are merged. Whichever side is stronger wins: Helm
 * prints at most "cannot overwrite table with non table", "destination for … is a table" or "skipped value for …: Not a
 * table" (`coalesceValues`, `coalesceTablesFullKey` in `pkg/chart/common/util/coalesce.go`; the same in Helm 3) and goes
 * on. Nulls are no conflict: they delete. `also` are paths that Helm warned about in globals of subcharts.
 */
export function mergeConflicts(merged: MergedLayers, also: readonly ValuesPath[] = []): MergeConflict[] {
  const paths = new Map<string, ValuesPath>();
  const meet = (path: ValuesPath): void => void paths.set(JSON.stringify(path), path);
  const draft = new Draft();
  const below = draft.newMap();
  const last = merged.layers.length - 1;
  for (const [i, layer] of merged.layers.entries()) {
    const data = inScope(layer);
    if (i > 0) findMeetings(data, below, [], meet);
    if (i < last) mergeMaps(draft, below, data);
  }
  for (const path of also) meet(path.map(String));
  const conflicts: MergeConflict[] = [];
  for (const path of paths.values()) {
    const conflict = conflictAt(merged, path);
    if (conflict) conflicts.push(conflict);
  }
  return conflicts;
}

function findMeetings(
  strong: JsonObject,
  weak: JsonObject,
  path: readonly string[],
  meet: (path: ValuesPath) => void,
): void {
  for (const key of Object.keys(strong)) {
    const value = strong[key]!;
    const other = get(weak, key);
    if (other === undefined || other === null || value === null) continue;
    if (isJsonObject(value) && isJsonObject(other)) findMeetings(value, other, [...path, key], meet);
    else if (isJsonObject(value) !== isJsonObject(other)) meet([...path, key]);
  }
}

/** The strongest layer whose value was lost, and the one that took its place. */
function conflictAt(merged: MergedLayers, at: ValuesPath): MergeConflict | undefined {
  const sources = merged.sourcesSetting(at).filter((source) => valueIn(source) !== null);
  for (let i = sources.length - 1; i > 0; i--) {
    const [weak, strong] = [sources[i - 1]!, sources[i]!];
    const [lost, won] = [valueIn(weak), valueIn(strong)];
    if (isJsonObject(lost) === isJsonObject(won)) continue;
    const [weaker, stronger] = [sideOf(weak, lost), sideOf(strong, won)];
    const replacesMap = weaker.kind === 'map';
    const onlyUsers = isUserLayer(weak.layer);
    const helmWarns = !onlyUsers && !(replacesMap && weak.at.length === 1);
    return {
      rule: replacesMap ? 'merge/table-replaced-by-value' : 'merge/value-replaced-by-table',
      at,
      ...said(at, stronger, weaker, helmWarns),
      stronger,
      weaker,
      helmWarns,
      weakerIsEmpty: isEmpty(lost),
      strongerIsEmpty: isEmpty(won),
    };
  }
  return undefined;
}

function said(at: ValuesPath, stronger: ConflictSide, weaker: ConflictSide, warns: boolean): Statement {
  const path = formatPath(at);
  const helm = warns ? 'Helm only logs a warning' : 'Helm says nothing';
  const [over, under] = [nameOf(stronger.layer), nameOf(weaker.layer)];
  if (weaker.kind === 'map') {
    return {
      problem: `${path} is a map in ${under}, but ${over} sets it to a ${stronger.kind}`,
      why: `Every key of the map is lost, and ${helm}.`,
      help: 'Write a map with the keys to change, or null to remove it on purpose.',
    };
  }
  return {
    problem: `${path} is a ${weaker.kind} in ${under}, but ${over} makes it a map`,
    why: `Templates that expect a ${weaker.kind} break or print the map, and ${helm}.`,
    help: `Write a ${weaker.kind}, or check the name of the key.`,
  };
}

/** The text of a flag may hold a secret; the finding's place shows it where it may be seen. */
function nameOf({ kind, label, flag }: Layer): string {
  return flag === undefined ? label : `--${kind}`;
}

function valueIn({ layer, at }: Source): JsonValue | undefined {
  return valueAt(layer.data, at);
}

function sideOf(source: Source, value: JsonValue | undefined): ConflictSide {
  const { layer, at } = source;
  const kind = kindWord(value);
  // A map is pointed at by its key: its value can be many lines.
  return { layer, span: layer.document?.locate(at, kind === 'map' ? 'key' : 'value'), kind };
}

function kindWord(value: JsonValue | undefined): ConflictSide['kind'] {
  if (Array.isArray(value)) return 'list';
  if (isJsonObject(value)) return 'map';
  return typeof value === 'number' || typeof value === 'boolean'
    ? (typeof value as 'number' | 'boolean')
    : 'text';
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === '' || value === false;
}
