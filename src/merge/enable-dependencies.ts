import { conditionPaths } from '../model/condition-paths.ts';
import type { JsonObject } from '../model/json-value.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import { isCompatibleRange } from '../versions/version-range.ts';
import { coalesceChart } from './coalesce-chart.ts';
import type { CoalesceWarning } from './coalesce-tables.ts';
import type { DependencyNote } from './dependency-note.ts';
import { Draft, get } from './draft.ts';
import type { NullProfile } from './null-profile.ts';
import { plainValueAt, tableAt } from './table-at.ts';
import type { WorkingChart, WorkingDependency } from './working-chart.ts';

export interface Enabling {
  readonly profile: NullProfile;
  /** Helm 3 shares the metadata of a chart between its aliases, Helm 4 copies them. */
  readonly helmMajor: number;
  readonly note: (note: DependencyNote) => void;
  /** How many charts were looked at so far. */
  count: number;
}

/**
 * Removes the charts that conditions and tags turn off, and names the rest by their alias, at every level. `values` are
 * the user's; `path` ends with a dot or is empty. Helm's `processDependencyEnabled`
 * (`pkg/chart/v2/util/dependencies.go`). Throws TypeMismatch, and LimitReached where aliases of aliases add up.
 */
export function enableDependencies(e: Enabling, chart: WorkingChart, values: JsonObject, path: string): void {
  e.count += 1;
  if (e.count > LIMITS.charts)
    throw new LimitReached(
      'charts',
      `more than ${LIMITS.charts} charts lie below this one, counted by alias`,
    );
  const { metadata } = chart;
  const { dependencies } = metadata;
  if (!dependencies) return;
  chart.charts = chartsInOrder(e, chart, dependencies, path);
  for (const dependency of dependencies) dependency.enabled = true;
  const all = coalesced(e.profile, chart, values);
  applyTags(e, dependencies, all, path);
  applyConditions(e, chart, dependencies, all, path);
  const off = new Set<string>();
  for (const dependency of dependencies) if (!dependency.enabled) off.add(dependency.name);
  const enabled = chart.charts.filter((sub) => !off.has(sub.metadata.name));
  for (const sub of enabled) enableDependencies(e, sub, all, `${path}${sub.metadata.name}.`);
  const kept = dependencies.filter((dependency) => !off.has(dependency.name));
  metadata.dependencies = kept.length > 0 ? kept : undefined;
  chart.charts = enabled;
}

/** Helm's `CoalesceValues`: a new map, `values` and the chart's own stay as they are. */
export function coalesced(
  profile: NullProfile,
  chart: WorkingChart,
  values: JsonObject,
  warn: (path: readonly string[], reason: CoalesceWarning) => void = () => {},
): JsonObject {
  const draft = new Draft();
  const all = draft.own(values);
  coalesceChart({ draft, profile, warn }, chart, all, [], false);
  return all;
}

/** The charts that no dependency names, then those that dependencies name, in the order of the dependencies. */
function chartsInOrder(
  e: Enabling,
  chart: WorkingChart,
  dependencies: readonly WorkingDependency[],
  path: string,
): WorkingChart[] {
  const fits = (sub: WorkingChart, dependency: WorkingDependency): boolean =>
    sub.metadata.name === dependency.name &&
    isCompatibleRange(dependency.source.version ?? '', sub.metadata.version);
  const charts = chart.charts.filter((sub) => !dependencies.some((dependency) => fits(sub, dependency)));
  for (const dependency of dependencies) {
    const sub = chart.charts.find((candidate) => fits(candidate, dependency));
    const { alias } = dependency.source;
    if (sub) charts.push(namedCopy(e, sub, alias));
    else e.note({ kind: 'missing', chart: path, dependency: dependency.source });
    if (alias) dependency.name = alias;
  }
  return charts;
}

/** Helm's `getAliasDependency`, after the chart is found. */
function namedCopy(e: Enabling, sub: WorkingChart, alias: string | undefined): WorkingChart {
  const { dependencies } = sub.metadata;
  const metadata = {
    ...sub.metadata,
    dependencies: e.helmMajor >= 4 ? dependencies?.map((dependency) => ({ ...dependency })) : dependencies,
  };
  if (alias) metadata.name = alias;
  const charts = e.helmMajor >= 4 ? sub.charts.map((below) => ({ ...below })) : sub.charts;
  return { ...sub, metadata, charts };
}

/** Helm's `processDependencyTags`: one tag that is true is enough; all false turn the chart off. */
function applyTags(e: Enabling, dependencies: WorkingDependency[], values: JsonObject, path: string): void {
  const tags = tableAt(values, 'tags');
  if (!tags) return;
  for (const dependency of dependencies) {
    let hasTrue = false;
    let hasFalse = false;
    for (const tag of dependency.source.tags ?? []) {
      const value = get(tags, tag);
      if (value === true) hasTrue = true;
      else if (value === false) hasFalse = true;
      else if (value !== undefined) {
        e.note({ kind: 'tag-not-boolean', chart: path, dependency: dependency.source, at: ['tags', tag] });
      }
    }
    dependency.enabled = hasTrue || !hasFalse;
    if (!dependency.enabled) {
      e.note({ kind: 'off-by-tags', chart: path, dependency: dependency.source, at: ['tags'] });
    }
  }
}

/** Helm's `processDependencyConditions`: the first path that holds a boolean decides, over the tags. */
function applyConditions(
  e: Enabling,
  chart: WorkingChart,
  dependencies: WorkingDependency[],
  values: JsonObject,
  path: string,
): void {
  for (const dependency of dependencies) {
    const { source } = dependency;
    const paths = conditionPaths(source.condition);
    let by: readonly string[] | undefined;
    let isSet = false;
    for (const condition of paths) {
      const full = path + condition;
      const value = plainValueAt(values, full);
      if (value === undefined) continue;
      isSet = true;
      const at = full.split('.');
      if (by !== undefined) {
        if (typeof value === 'boolean' && value !== dependency.enabled)
          e.note({ kind: 'condition-shadowed', chart: path, dependency: source, at, by });
      } else if (typeof value === 'boolean') {
        dependency.enabled = value;
        by = at;
        if (!value) e.note({ kind: 'off-by-condition', chart: path, dependency: source, at });
      } else {
        e.note({ kind: 'condition-not-boolean', chart: path, dependency: source, at });
      }
    }
    // The values of a chart that is not there may set it.
    const isThere = chart.charts.some(({ metadata }) => metadata.name === dependency.name);
    if (paths.length > 0 && !isSet && isThere)
      e.note({ kind: 'condition-unset', chart: path, dependency: source });
  }
}
