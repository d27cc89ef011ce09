import type { LintResult } from '../model/lint-result.ts';
import type { FindingDetails, JsonFinding, ShardReport } from '../model/shard-report.ts';
import { isFileOnDisk } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { hashText } from './hash-text.ts';
import { maskSpans } from './mask-spans.ts';
import { namedSource } from './named-source.ts';

/** The texts that findings of reports are about. */
export interface ReportSources extends Required<Pick<LintResult, 'secrets'>> {
  /** Blank, but as long as the findings say, for a file that is absent. */
  readonly sources: Map<string, string>;
  /** The files that are not there, or do not hold what was linted. */
  readonly absent: ReadonlySet<string>;
}

/** Finds the texts again. A file whose text changed is absent: its secrets stand elsewhere now. */
export function reportSources(
  reports: readonly ShardReport[],
  textOf: (file: string) => string | undefined,
): ReportSources {
  const sources = new Map<string, string>();
  const secrets = new Map<string, readonly Span[]>();
  for (const { file, checksum, secrets: places } of reports.flatMap(({ shard }) => shard.sources)) {
    const source = namedSource(file);
    const text = isFileOnDisk(source) ? textOf(file) : file;
    const spans = places.map(([start, end]) => ({ source, start, end }));
    if (text === undefined || hashText(maskSpans(text, spans)) !== checksum) continue;
    sources.set(file, text);
    if (spans.length > 0) secrets.set(file, spans);
  }
  // Formats tell that something is masked, also when it is only in files without findings, or in flags.
  const [file] = reports.flatMap(({ releases }) => releases.flatMap(({ files }) => files));
  const hasSecrets = reports.some(({ shard }) => shard.hasSecrets);
  if (hasSecrets && secrets.size === 0 && file !== undefined) secrets.set(file, []);
  const absent = new Set<string>();
  for (const [file, widths] of shapes(reports)) {
    if (sources.has(file)) continue;
    absent.add(file);
    sources.set(file, Array.from(widths, (width = 0) => ' '.repeat(width)).join('\n'));
  }
  return { sources, secrets, absent };
}

/** The length that each line has at least, by file. */
function shapes(reports: readonly ShardReport[]): Map<string, number[]> {
  const files = new Map<string, number[]>();
  const reach = (file: string, line: number, column: number): void => {
    const widths = files.get(file) ?? [];
    widths[line - 1] = Math.max(widths[line - 1] ?? 0, column - 1);
    files.set(file, widths);
  };
  const add = (finding: JsonFinding, { relatedEnds }: FindingDetails): void => {
    const { file, line, column, endLine, endColumn, related } = finding;
    reach(file, line, column);
    reach(file, endLine, endColumn);
    for (const [i, other] of related.entries()) {
      reach(other.file, other.line, other.column);
      reach(other.file, relatedEnds[i]!.line, relatedEnds[i]!.column);
    }
  };
  for (const { findings, shard } of reports) {
    for (const [i, finding] of findings.entries()) add(finding, shard.details[i]!);
    for (const { finding, details } of shard.suppressed) add(finding, details);
  }
  return files;
}
