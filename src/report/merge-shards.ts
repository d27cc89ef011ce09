import type { Finding } from '../model/finding.ts';
import type { LineIndex, Position } from '../model/line-index.ts';
import type { LintedRelease, LintResult, SuppressedFinding } from '../model/lint-result.ts';
import { mergeFileFindings } from '../model/merge-file-findings.ts';
import type { FindingDetails, JsonFinding, ShardReport } from '../model/shard-report.ts';
import { compareFindings } from '../model/sort-findings.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { joinStatement } from '../model/statement.ts';
import { lineIndexes } from './line-indexes.ts';
import { namedSource } from './named-source.ts';
import { reportSources } from './report-sources.ts';

/**
 * The result of the whole run, from the reports of all of its shards. `textOf` gives what a file holds now; where that is not
 * what was linted, findings keep their places but no code can be shown.
 */
export function mergeShards(
  reports: readonly ShardReport[],
  textOf: (file: string) => string | undefined,
): LintResult {
  const { sources, secrets, absent } = reportSources(reports, textOf);
  const lines = lineIndexes({ sources });
  const toFinding = (json: JsonFinding, details: FindingDetails): Finding => {
    const { fix } = json;
    const isAbsent = fix?.edits.some(({ file }) => absent.has(file)) === true;
    return readFinding(isAbsent ? { ...json, fix: { ...fix, edits: [] } } : json, details, lines);
  };
  const findings = reports.flatMap(({ findings: list, shard }) =>
    list.map((json, i) => toFinding(json, shard.details[i]!)),
  );
  const suppressed = reports.flatMap(({ shard }) =>
    shard.suppressed.map(
      ({ finding, details, by, reason }): SuppressedFinding => ({
        finding: toFinding(finding, details),
        by,
        ...(reason === undefined ? {} : { reason }),
      }),
    ),
  );
  return {
    releases: mergeReleases(reports),
    findings: mergeFileFindings(inOrder(findings, (finding) => finding)),
    suppressed: inOrder(suppressed, ({ finding }) => finding),
    sources,
    secrets,
    ...quietedIn(reports),
    ...defaultsIn(reports),
    files: reports.reduce((sum, { summary }) => sum + summary.files, 0),
  };
}

function quietedIn(reports: readonly ShardReport[]): Pick<LintResult, 'quieted'> {
  const counts = reports.flatMap(({ shard }) => shard.quieted ?? []);
  if (counts.length === 0) return {};
  const sum = (name: 'warnings' | 'infos'): number => counts.reduce((all, one) => all + one[name], 0);
  return { quieted: { warnings: sum('warnings'), infos: sum('infos') } };
}

function defaultsIn(reports: readonly ShardReport[]): Pick<LintResult, 'ofDefaults'> {
  const ofDefaults = reports.reduce((sum, { summary }) => sum + (summary.ofDefaults ?? 0), 0);
  return ofDefaults === 0 ? {} : { ofDefaults };
}

function mergeReleases(reports: readonly ShardReport[]): LintedRelease[] {
  return reports
    .flatMap(({ releases, shard }) => releases.map((release, i) => ({ release, ...shard.releases[i]! })))
    .sort((a, b) => a.order - b.order)
    .map(({ title, release: { chart, version, detectedBy, stack, kind, namedForProduction, files } }) => ({
      chart: chart ?? undefined,
      title: title ?? undefined,
      version: version ?? undefined,
      detectedBy,
      ...(stack === undefined ? {} : { stack }),
      ...(kind === undefined ? {} : { kind }),
      ...(namedForProduction === undefined ? {} : { namedForProduction }),
      files: files.map(namedSource),
    }));
}

function readFinding(
  {
    rule,
    severity,
    message: _,
    problem,
    why,
    help,
    path,
    related,
    fix,
    endLine,
    endColumn,
    ...at
  }: JsonFinding,
  { relatedEnds }: FindingDetails,
  lines: (source: Source) => LineIndex,
): Finding {
  const span = (file: string, from: Position, to: Position): Span => {
    const source = namedSource(file);
    const index = lines(source);
    return { source, start: index.offsetAt(from), end: index.offsetAt(to) };
  };
  return {
    rule,
    severity,
    problem,
    ...(why === undefined ? {} : { why }),
    ...(help === undefined ? {} : { help }),
    span: span(at.file, at, { line: endLine, column: endColumn }),
    path,
    related: related.map(({ message: words, ...place }, i) => ({
      span: span(place.file, place, relatedEnds[i]!),
      message: words,
    })),
    ...(fix && {
      fix: {
        ...fix,
        edits: fix.edits.map(({ file, start, end, text }) => ({
          span: { source: namedSource(file), start, end },
          text,
        })),
      },
    }),
  };
}

/**
 * In the order of the contract: file, place, rule. What several shards found in a file that they share, such as a schema, is
 * one finding.
 */
function inOrder<T>(list: readonly T[], findingOf: (one: T) => Finding): T[] {
  const once = new Map<string, T>();
  for (const one of list) {
    const finding = findingOf(one);
    const { rule, span, path } = finding;
    const key = JSON.stringify([rule, span.source.id, span.start, span.end, joinStatement(finding), path]);
    if (!once.has(key)) once.set(key, one);
  }
  return [...once.values()].sort((a, b) => compareFindings(findingOf(a), findingOf(b)));
}
