import type { LineIndex } from '../model/line-index.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import { countFindings } from './count-findings.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ToolInfo } from './tool-info.ts';

/** The stable machine format, version 1; described by `schemas/report.schema.json`. */
export function formatJson(result: LintResult, tool: ToolInfo): string {
  const lines = lineIndexes(result);
  const { errors, warnings, infos, fixable } = countFindings(result);
  const report = {
    version: 1,
    tool: { name: 'chartlint', version: tool.version },
    releases: result.releases.map(({ chart, version, detectedBy, files }) => ({
      chart,
      version,
      detectedBy,
      files,
    })),
    findings: result.findings.map(({ rule, severity, message, path, span, related, fix }) => ({
      rule,
      severity,
      message,
      path,
      ...region(span, lines),
      related: related.map((other) => ({ ...place(other.span, lines), message: other.message })),
      fix: fix === undefined ? undefined : { title: fix.title, safe: fix.safe },
      docs: tool.docs(rule),
    })),
    summary: {
      files: result.files,
      releases: result.releases.length,
      errors,
      warnings,
      infos,
      fixable,
      suppressed: result.suppressed.length,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function place(span: Span, lines: (file: string) => LineIndex): object {
  return { file: span.file, ...lines(span.file).positionAt(span.start) };
}

function region(span: Span, lines: (file: string) => LineIndex): object {
  const end = lines(span.file).positionAt(span.end);
  return { ...place(span, lines), endLine: end.line, endColumn: end.column };
}
