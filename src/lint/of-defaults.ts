import type { Chart } from '../model/chart.ts';
import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { ReleaseInput } from './release-input.ts';

/** What has to be acted on, whoever wrote it: a password that everybody knows, a gap that has to be filled. */
const URGENT = new Set(['secret-default-credential', 'placeholder-value']);

/**
 * Marks what only the defaults, templates and schema of a chart cause that is not the user's own: a dependency, or a chart that was named
 * and lies elsewhere. Where Helm or Kubernetes refuses, and where the user has to act, it counts like any other finding.
 */
export function markDefaults(findings: readonly Finding[], input: ReleaseInput): Finding[] {
  const isForeign = foreignTest(input);
  return findings.map((finding) => {
    const { severity, rule, span, path } = finding;
    // What is about no value says what is known of the chart, or is a flaw of its schema.
    const isOfChart = path === '' && !rule.startsWith('schema/');
    const isUrgent = severity === 'error' || URGENT.has(rule) || isOfChart;
    return isUrgent || !isForeign(span.source) ? finding : { ...finding, ofDefaults: true };
  });
}

function foreignTest({ tree, files }: ReleaseInput): (source: Source) => boolean {
  if (tree === undefined) return () => false;
  const linted = new Set(files.map(({ id }) => id));
  const { chart } = tree;
  const folders = [...(isElsewhere(chart) ? [chart] : []), ...below(chart)].flatMap(folderOf);
  return ({ id }) => !linted.has(id) && folders.some((folder) => id.startsWith(folder));
}

/** Whether the chart lies outside of where the run was started. */
function isElsewhere({ values: { document } }: Chart): boolean {
  return document !== undefined && /^(?:\.\.\/|\/|[A-Za-z]:)/.test(document.source.shown);
}

function below({ dependencies }: Chart): Chart[] {
  return dependencies.flatMap((chart) => [chart, ...below(chart)]);
}

/** What the ids of its files start with. */
function folderOf({ values: { document } }: Chart): string[] {
  return document === undefined ? [] : [document.source.id.replace(/[^/\\]*$/, '')];
}
