import { countFindings } from './count-findings.ts';
import { jsonFinding } from './json-finding.ts';
import { lineIndexes } from './line-indexes.ts';
import { shardPart } from './shard-part.ts';
import type { ShownResult } from './shown-result.ts';
import type { ToolInfo } from './tool-info.ts';

/** The stable machine format, version 1; described by `schemas/report.schema.json`. */
export function formatJson(shown: ShownResult, tool: ToolInfo): string {
  const lines = lineIndexes(shown);
  const { errors, warnings, infos, fixable } = countFindings(shown);
  const report = {
    version: 1,
    tool: { name: 'chartlint', version: tool.version },
    releases: shown.releases.map(
      ({ chart, version, detectedBy, stack, kind, namedForProduction, files }) => ({
        chart: chart ?? null,
        version: version ?? null,
        detectedBy,
        stack,
        kind,
        namedForProduction,
        files: files.map(({ shown }) => shown),
      }),
    ),
    findings: shown.findings.map((finding) => jsonFinding(finding, tool, lines)),
    summary: {
      files: shown.files,
      releases: shown.releases.length,
      errors,
      warnings,
      infos,
      fixable,
      suppressed: shown.suppressed.length,
      ofDefaults: shown.ofDefaults,
    },
    shard: shardPart(shown, tool, lines),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
