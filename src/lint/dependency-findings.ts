import type { ChartTree } from '../chart/chart-tree.ts';
import type { DependencyNote } from '../merge/dependency-note.ts';
import type { ChartMerge } from '../merge/merge-chart.ts';
import type { EngineCheckId } from '../model/check-id.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { Statement } from '../model/statement.ts';
import { objectAt } from '../model/values-path.ts';
import { failureFinding } from './failure-finding.ts';
import { placeFact } from './place-fact.ts';

/**
 * What merging a chart with its dependencies found: dependencies that are not there, and what Helm only warns about. `isOwn`:
 * whoever lints is the author of the chart, who hears about its Chart.yaml.
 */
export function dependencyFindings(
  { notes, values, failure, limit }: ChartMerge,
  tree: ChartTree,
  isOwn: boolean,
): Finding[] {
  const findings = [...missing(notes, tree), ...(isOwn ? unsetConditions(notes, values, tree) : [])];
  for (const note of notes) {
    const said = warning(note);
    if (said === undefined || note.at === undefined) continue;
    const [rule, statement] = said;
    // That the chart's own defaults differ is how it was made.
    if (note.kind === 'condition-shadowed' && !values.changedByUser(note.at)) continue;
    if (note.kind === 'import-shadowed') {
      if (isOwn && note.chart === '') findings.push(importShadowed(note, statement, values, tree));
      continue;
    }
    findings.push(placeFact({ at: note.at, ...statement }, rule, 'warning', values));
  }
  if (failure !== undefined) {
    findings.push(placeFact(failure, 'merge/subchart-not-a-map', 'error', values));
  }
  if (limit !== undefined) {
    const { source } = values.locate([], 'value').span;
    findings.push(failureFinding(limit, 'merging the charts below', source));
  }
  return findings;
}

/** One finding for all that are missing: one command brings them. Only the chart's own; what is below a missing chart is unknown. */
function missing(notes: readonly DependencyNote[], { locateDependency }: ChartTree): Finding[] {
  const absent = notes
    .filter(({ kind, chart }) => kind === 'missing' && chart === '')
    .map(({ dependency }) => dependency);
  const [first] = absent;
  if (first === undefined) return [];
  const names = absent.map(({ name, version }) =>
    version === undefined ? `"${name}"` : `"${name}" ${version}`,
  );
  return [
    {
      rule: 'chart/missing-dependency',
      severity: 'info',
      problem: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not in charts/`,
      why: `What ${names.length === 1 ? 'its' : 'their'} schema and defaults say is not known here.`,
      help: `Run helm dependency build to fetch ${names.length === 1 ? 'it' : 'them'}.`,
      span: locateDependency(first, 'name'),
      path: '',
      related: [],
    },
  ];
}

function importShadowed(
  { dependency, at = [] }: DependencyNote,
  said: Statement,
  values: MergedValues,
  { locateDependency }: ChartTree,
): Finding {
  const related =
    at.length === 0 ? [] : [{ span: values.locate(at, 'key').span, message: 'set by the chart itself' }];
  const span = locateDependency(dependency, 'import-values');
  return { rule: 'merge/import-shadowed', severity: 'info', ...said, span, path: '', related };
}

/** A condition whose paths nobody sets switches nothing; a key beside the path that is almost it tells that it was meant. */
function unsetConditions(
  notes: readonly DependencyNote[],
  { data }: MergedValues,
  { locateDependency }: ChartTree,
): Finding[] {
  return notes
    .filter(({ kind, chart }) => kind === 'condition-unset' && chart === '')
    .flatMap(({ dependency }) => {
      const { name, alias, condition = '' } = dependency;
      // A key that was misspelled is reported where it is written.
      if (condition.split(',').some((path) => nearPath(data, path.trim().split('.')) !== undefined))
        return [];
      return [
        {
          rule: 'merge/condition-unset',
          severity: 'warning',
          problem: `nothing sets "${condition}", the condition of the dependency "${alias ?? name}"`,
          why: 'The dependency is always on.',
          help: "Set it in the chart's values.yaml, also where the default is true.",
          span: locateDependency(dependency, 'condition'),
          path: '',
          related: [],
        },
      ];
    });
}

function nearPath(data: JsonObject, path: readonly string[]): string | undefined {
  const parent = objectAt(data, path.slice(0, -1));
  return parent === undefined ? undefined : nearestName(path.at(-1)!, knownNames(Object.keys(parent)));
}

/** Helm prints a warning and goes on as if the setting were not there. */
function warning({
  kind,
  dependency,
  at,
  by = [],
}: DependencyNote): readonly [EngineCheckId, Statement] | undefined {
  const chart = `"${dependency.alias ?? dependency.name}"`;
  const place = at === undefined ? '' : formatPath(at);
  switch (kind) {
    case 'condition-not-boolean':
      return [
        'merge/condition-not-boolean',
        {
          problem: `${place} decides whether the dependency ${chart} is on, but it is not true or false`,
          why: 'Helm ignores it and keeps the dependency on.',
          help: 'Write true or false.',
        },
      ];
    case 'tag-not-boolean':
      return [
        'merge/tag-not-boolean',
        {
          problem: `${place} is a tag of the dependency ${chart}, but it is not true or false`,
          why: 'Helm ignores it.',
          help: 'Write true or false.',
        },
      ];
    case 'condition-shadowed':
      return [
        'merge/condition-shadowed',
        {
          problem: `${place} does not switch the dependency ${chart}: ${formatPath(by)} decides`,
          why: `Of its condition "${dependency.condition}" the first path that is set counts.`,
          help: `Set ${formatPath(by)}.`,
        },
      ];
    case 'import-not-a-table':
      return [
        'merge/import-not-a-table',
        {
          problem: `${place} is imported from the dependency ${chart}, but it is not a map there`,
          why: 'Helm imports nothing.',
          help: 'Import a map.',
        },
      ];
    case 'import-shadowed':
      return [
        'merge/import-shadowed',
        {
          problem: `import-values brings nothing from the dependency ${chart}: ${place === '' ? 'values.yaml' : place} sets every key`,
          why: "The chart's own values win.",
          help: `Remove the keys that shall come from ${chart}, or the import.`,
        },
      ];
    default:
      return undefined;
  }
}
