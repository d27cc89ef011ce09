import type { ChartMerge } from '../merge/merge-chart.ts';
import { type MergeConflict, mergeConflicts } from '../merge/merge-conflicts.ts';
import type { MergedLayers } from '../merge/merged-layers.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { Severity } from '../model/severity.ts';
import { type Statement, statementOf } from '../model/statement.ts';
import type { TemplateUse } from '../model/template-use.ts';

/**
 * Where a map and another value meet while layers are merged: Helm keeps one of them and at most logs it. `warnings` are
 * what Helm logs, which tells of meetings in the globals of subcharts. `templates` are asked what becomes of a value where an
 * empty default says little.
 */
export function conflictFindings(
  { values, warnings }: Pick<ChartMerge, 'values' | 'warnings'>,
  templates: () => TemplateUse | undefined,
): Finding[] {
  return mergeConflicts(
    values,
    warnings.map(({ at }) => at),
  ).flatMap((conflict) => {
    const said = saidOf(conflict, templates);
    return said === undefined ? [] : [finding(conflict, said, values)];
  });
}

type Said = Statement & { readonly severity: Severity };

/**
 * An empty map, text or false is the placeholder of charts that may expect anything there, so only what is sure is said of it.
 * Over an empty list templates loop, and a loop over a map sees other things.
 */
function saidOf(conflict: MergeConflict, templates: () => TemplateUse | undefined): Said | undefined {
  const { weakerIsEmpty, weaker, helmWarns, strongerIsEmpty } = conflict;
  // `{}` over a list is how people empty it.
  if (strongerIsEmpty && weaker.kind === 'list') return logged(conflict);
  if (!weakerIsEmpty || (weaker.kind === 'list' && helmWarns))
    return { ...statementOf(conflict), severity: 'warning' };
  return wrongForRange(conflict, templates) ?? wrongForMap(conflict, templates) ?? logged(conflict);
}

/** A list where templates give the keys of a map a name. */
function wrongForRange(
  { at, stronger, weaker }: MergeConflict,
  templates: () => TemplateUse | undefined,
): Said | undefined {
  if (stronger.kind !== 'list' || weaker.kind !== 'map') return undefined;
  const uses = templates()?.usesOf(at);
  // One that asks for the kind takes both.
  if (uses?.has('keys') !== true || uses.has('compare')) return undefined;
  return {
    severity: 'warning',
    problem: `${formatPath(at)} is a list, and the chart wants a map there`,
    why: 'Its default is {}, and templates use the keys: of a list they get 0, 1 and so on.',
    help: 'Write a map: a name and a colon instead of each "- ".',
  };
}

/** A number or boolean over `{}`, which no template reads as a whole. */
function wrongForMap(
  { at, stronger, weaker }: MergeConflict,
  templates: () => TemplateUse | undefined,
): Said | undefined {
  if (weaker.kind !== 'map' || (stronger.kind !== 'number' && stronger.kind !== 'boolean')) return undefined;
  // What is rendered is judged there.
  if (templates()?.complete === true) return undefined;
  return {
    severity: 'warning',
    problem: `${formatPath(at)} is a ${stronger.kind}, and the chart wants a map there`,
    why: 'Its default is {}: templates break on anything else, or print it.',
    help: 'Write a map, or check the name of the key.',
  };
}

/** Helm writes a line to its log; who reads it there finds the answer here. */
function logged({ at, stronger, weaker, helmWarns }: MergeConflict): Said | undefined {
  if (!helmWarns) return undefined;
  const isMap = weaker.kind === 'map';
  const empty = { map: '{}', list: '[]', text: '""', number: '0', boolean: 'false' }[weaker.kind];
  const line = isMap ? 'cannot overwrite table with non table' : 'destination for … is a table';
  return {
    severity: 'info',
    problem: `Helm logs a warning: ${formatPath(at)} is a ${stronger.kind}, and ${empty} in the chart`,
    why: `It says "${line}", and takes what is written here all the same.`,
    help: `It is harmless when templates expect a ${stronger.kind}; then the default of the chart is wrong.`,
  };
}

function finding(
  { rule, at, stronger, weaker, weakerIsEmpty }: MergeConflict,
  said: Said,
  values: MergedLayers,
): Finding {
  const lost = weakerIsEmpty && weaker.kind !== 'list' ? 'the default' : `the ${weaker.kind} that is lost`;
  return {
    rule,
    ...said,
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
  return findings.filter((finding) => !isConflict(finding) || !refused.has(finding.path));
}

/** Whether it says that a map meets what is none. */
export function isConflict({ rule }: Finding): boolean {
  return CONFLICTS.has(rule);
}

const CONFLICTS: ReadonlySet<string> = new Set<MergeConflict['rule']>([
  'merge/table-replaced-by-value',
  'merge/value-replaced-by-table',
]);
