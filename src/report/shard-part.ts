import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { FindingDetails } from '../model/shard-report.ts';
import type { Source } from '../model/source.ts';
import { isFileOnDisk } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { hashText } from './hash-text.ts';
import { jsonFinding } from './json-finding.ts';
import type { ShownResult } from './shown-result.ts';
import type { ToolInfo } from './tool-info.ts';

/**
 * What a report of one shard holds beyond the contract, for `merge-reports`: with it, the report of the whole run can be made in
 * every format. Where secrets are in the files comes along, so that no
 * format shows them after merging either.
 */
export function shardPart(
  shown: ShownResult,
  tool: ToolInfo,
  lines: (source: Source) => LineIndex,
): object | undefined {
  const { shard, secrets } = shown;
  if (shard === undefined) return undefined;
  const { index, count, plan, order } = shard;
  const suppressed = shown.suppressed.map(({ finding, by, reason }) => ({
    by,
    reason,
    details: details(finding, lines),
    finding: jsonFinding(finding, tool, lines),
  }));
  return {
    index,
    count,
    plan,
    releases: shown.releases.map(({ title }, i) => ({ order: order[i], title: title ?? null })),
    details: shown.findings.map((finding) => details(finding, lines)),
    suppressed,
    ...(shown.quieted === undefined ? {} : { quieted: shown.quieted }),
    hasSecrets: secrets.size > 0,
    sources: filesIn(shown).flatMap(({ id, kind, shown: file }) => {
      const text = shown.sources.get(id);
      if (text === undefined) return [];
      const spans = (kind === 'flag' ? [] : (secrets.get(id) ?? [])).map(({ start, end }) => [start, end]);
      return [{ file, checksum: hashText(text), secrets: spans }];
    }),
  };
}

function details({ related }: Finding, lines: (source: Source) => LineIndex): FindingDetails {
  return {
    relatedEnds: related.map(({ span }) => lines(span.source).positionAt(span.end)),
  };
}

/** Every file that a finding names or that holds a secret, in order. The name of a flag may be a secret itself. */
function filesIn({ findings, suppressed, secrets }: ShownResult): Source[] {
  const files = new Map<string, Source>();
  const add = ({ source }: Span): void => void files.set(source.id, source);
  for (const [first] of secrets.values()) {
    if (first !== undefined && isFileOnDisk(first.source)) add(first);
  }
  for (const { span, related, fix } of [...findings, ...suppressed.map(({ finding }) => finding)]) {
    add(span);
    for (const other of related) add(other.span);
    for (const edit of fix?.edits ?? []) add(edit.span);
  }
  return [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : Number(a.shown > b.shown)));
}
