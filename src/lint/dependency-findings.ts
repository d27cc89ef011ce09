import type { ChartTree } from '../chart/chart-tree.ts';
import type { DependencyNote } from '../merge/dependency-note.ts';
import type { ChartMerge } from '../merge/merge-chart.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { placeFact } from './place-fact.ts';

/** What merging a chart with its dependencies found: dependencies that are not there, and what Helm only warns about. */
export function dependencyFindings({ notes, values, failure }: ChartMerge, tree: ChartTree): Finding[] {
  const findings = [...missing(notes, tree)];
  for (const note of notes) {
    const message = warning(note);
    if (message === undefined || note.at === undefined) continue;
    findings.push(placeFact({ at: note.at, message }, `merge/${note.kind}`, 'warning', values));
  }
  if (failure !== undefined) {
    findings.push(
      placeFact({ at: failure.at, message: failure.message }, 'merge/subchart-not-a-map', 'error', values),
    );
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
      message: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not in charts/, so what ${names.length === 1 ? 'its' : 'their'} schema and defaults say is not known here. Run helm dependency build to fetch ${names.length === 1 ? 'it' : 'them'}.`,
      span: locateDependency(first.name),
      path: '',
      related: [],
    },
  ];
}

/** Helm prints a warning and goes on as if the setting were not there. */
function warning({ kind, dependency, at }: DependencyNote): string | undefined {
  const chart = `"${dependency.alias ?? dependency.name}"`;
  const place = at === undefined ? '' : formatPath(at);
  switch (kind) {
    case 'condition-not-boolean':
      return `${place} decides whether the dependency ${chart} is on, but it is not true or false, so Helm ignores it and keeps the dependency on. Write true or false.`;
    case 'tag-not-boolean':
      return `${place} is a tag of the dependency ${chart}, but it is not true or false, so Helm ignores it. Write true or false.`;
    case 'import-not-a-table':
      return `${place} is imported from the dependency ${chart}, but it is not a map there, so Helm imports nothing. Import a map.`;
    default:
      return undefined;
  }
}
