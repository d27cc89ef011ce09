import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import { objectAt } from '../model/values-path.ts';
import { coalesceChart } from './coalesce-chart.ts';
import type { DependencyNote } from './dependency-note.ts';
import { Draft, get, put } from './draft.ts';
import type { NullProfile } from './null-profile.ts';
import type { Import, WorkingChart, WorkingDependency } from './working-chart.ts';

interface Importing {
  readonly profile: NullProfile;
  readonly note: (note: DependencyNote) => void;
  /** How many values may still be imported. */
  left: number;
}

/**
 * Makes the values of the charts below, and what `import-values` asks for, part of the chart's own values, at every
 * level. The user's values play no part in it. Helm's `processDependencyImportValues` with merge
 * (`pkg/chart/v2/util/dependencies.go`). Throws TypeMismatch and LimitReached.
 */
export function importValues(i: Importing, chart: WorkingChart, path = ''): void {
  for (const sub of chart.charts) importValues(i, sub, `${path}${sub.metadata.name}.`);
  const { dependencies } = chart.metadata;
  if (!dependencies) return;
  const draft = new Draft();
  const values = draft.newMap();
  coalesceChart({ draft, profile: i.profile, warn: () => {} }, chart, values, [], true);
  const imported = draft.newMap();
  const imports: Import[] = [];
  for (const dependency of dependencies) {
    if (dependency.imported) continue;
    dependency.imported = true;
    for (const entry of dependency.source.importValues ?? []) {
      const link = linkOf(dependency, entry);
      if (!link) continue;
      const table = ownedTable(draft, values, link.from);
      if (!table) i.note({ kind: 'import-not-a-table', chart: path, dependency: dependency.source });
      else {
        spend(i, table);
        imports.push(link);
        if (setsAll(objectAt(chart.source.values.data, link.to), table))
          i.note({ kind: 'import-shadowed', chart: path, dependency: dependency.source, at: link.to });
        mergeInPlace(imported, nested(draft, link.to, table));
      }
    }
  }
  chart.imports = imports;
  chart.values = values;
  if (imports.length === 0) return;
  // Helm copies the values here, and not the imports: a null that meets one of them also shows where else it was imported to.
  chart.values = new Draft().ownTree(values);
  mergeInPlace(chart.values, imported);
}

/** Imports of imports copy values again and again. Throws LimitReached. */
function spend(i: Importing, table: JsonObject): void {
  for (const value of Object.values(table)) {
    i.left -= 1;
    if (i.left < 0)
      throw new LimitReached(
        'importedValues',
        `"import-values" of its charts copy more than ${LIMITS.importedValues} values`,
      );
    if (isJsonObject(value)) spend(i, value);
  }
}

/** Whether the map has a value of its own for each value of the table. */
function setsAll(own: JsonObject | undefined, table: JsonObject): boolean {
  const keys = Object.keys(table);
  return (
    own !== undefined &&
    keys.length > 0 &&
    keys.every((key) => {
      const value = get(own, key);
      const imported = get(table, key);
      return isJsonObject(imported) && isJsonObject(value)
        ? setsAll(value, imported)
        : value !== undefined && value !== null;
    })
  );
}

/** `- name` imports the map `exports.name` into the root, `- {child, parent}` the map `child` into `parent`. */
function linkOf(dependency: WorkingDependency, entry: JsonValue): Import | undefined {
  const from = (child: string) => `${dependency.name}.${child}`.split('.');
  if (typeof entry === 'string') return { from: from(`exports.${entry}`), to: [] };
  if (!isJsonObject(entry)) return undefined;
  const parent = goText(get(entry, 'parent'));
  return { from: from(goText(get(entry, 'child'))), to: parent === '.' ? [] : parent.split('.') };
}

/** Go's `%v` for what can stand here. */
function goText(value: JsonValue | undefined): string {
  return value === undefined || value === null ? '<nil>' : String(value);
}

/** The map at the path, it and everything in it owned by the draft; undefined when it is no map. */
function ownedTable(draft: Draft, values: JsonObject, path: Import['from']): JsonObject | undefined {
  let table = values;
  for (const key of path) {
    const next = get(table, String(key));
    if (!isJsonObject(next)) return undefined;
    table = draft.ownMap(table, String(key), next);
  }
  // Helm hands out a new map in place of an empty one.
  return Object.keys(table).length === 0 ? draft.newMap() : draft.ownTree(table);
}

/** Helm's `pathToMap`. */
function nested(draft: Draft, path: Import['to'], table: JsonObject): JsonObject {
  let map = table;
  for (const key of path.toReversed()) {
    const outer = draft.newMap();
    put(outer, String(key), map);
    map = outer;
  }
  return map;
}

/**
 * Helm's `MergeTables` on maps that are all owned, to the letter: `weak` is changed too, and becomes part of `strong`,
 * so that a later import can change what an earlier one came from.
 */
function mergeInPlace(strong: JsonObject, weak: JsonObject): void {
  for (const [key, value] of Object.entries(strong)) if (value === null) put(weak, key, null);
  for (const [key, value] of Object.entries(weak)) {
    const above = get(strong, key);
    if (above === undefined) put(strong, key, value);
    else if (isJsonObject(value) && isJsonObject(above)) mergeInPlace(above, value);
  }
}
