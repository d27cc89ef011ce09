import type { ChartMerge } from '../merge/merge-chart.ts';
import { type MergeConflict, mergeConflicts } from '../merge/merge-conflicts.ts';
import type { MergedLayers } from '../merge/merged-layers.ts';
import type { Finding } from '../model/finding.ts';
import { toPointer } from '../model/json-pointer.ts';
import { statementOf } from '../model/statement.ts';

/**
 * Where a map and another value meet while layers are merged: Helm keeps one of them and at most logs it. `warnings` are
 * what Helm logs, which tells of meetings in the globals of subcharts.
 */
export function conflictFindings({ values, warnings }: Pick<ChartMerge, 'values' | 'warnings'>): Finding[] {
  return mergeConflicts(
    values,
    warnings.map(({ at }) => at),
  )
    .filter(matters)
    .map((conflict) => finding(conflict, values));
}

/**
 * An empty map, text or false is the placeholder of charts that expect a map there. Over an empty list templates loop, and
 * a loop over a map sees other things.
 */
function matters({ weakerIsEmpty, weaker, helmWarns }: MergeConflict): boolean {
  return !weakerIsEmpty || (weaker.kind === 'list' && helmWarns);
}

function finding(conflict: MergeConflict, values: MergedLayers): Finding {
  const { rule, at, stronger, weaker } = conflict;
  const lost = `the ${weaker.kind} that is lost`;
  return {
    rule,
    severity: 'warning',
    ...statementOf(conflict),
    span: stronger.span ?? values.locate(at, 'value').span,
    path: toPointer(at),
    related: weaker.span === undefined ? [] : [{ span: weaker.span, message: lost }],
  };
}

/** Drops conflicts about which the schema has spoken: a value of the wrong type is the same mistake, and Helm refuses it. */
export function withoutRefused(findings: readonly Finding[], schemaFindings: readonly Finding[]): Finding[] {
  const refused = new Set(
    schemaFindings.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  );
  return findings.filter(({ rule, path }) => !CONFLICTS.has(rule) || !refused.has(path));
}

const CONFLICTS: ReadonlySet<string> = new Set<MergeConflict['rule']>([
  'merge/table-replaced-by-value',
  'merge/value-replaced-by-table',
]);
