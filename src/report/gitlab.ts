import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import { isFileOnDisk } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { joinStatement } from '../model/statement.ts';
import { anchorFile } from './anchor-file.ts';
import { detailLines } from './detail-lines.ts';
import { fingerprints } from './fingerprints.ts';
import { lineIndexes } from './line-indexes.ts';
import { messageAt } from './message-at.ts';
import type { ReportContext } from './report-context.ts';
import { repositoryPath } from './repository-path.ts';
import type { ShownResult } from './shown-result.ts';
import type { ToolInfo } from './tool-info.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** What is wrong and what to do. */
function shortText({ problem, help }: Finding): string {
  return joinStatement(help === undefined ? { problem } : { problem, help });
}

/** GitLab Code Quality (`artifacts: reports: codequality`). A finding about a flag stands on line 1 of the release's file. */
export function formatGitlab(shown: ShownResult, _tool: ToolInfo, context: ReportContext = {}): string {
  const lines = lineIndexes(shown);
  const fingerprint = fingerprints(shown, context);
  const anchor = anchorFile(shown);
  const location = (span: Span): object => {
    if (!isFileOnDisk(span.source)) {
      return { path: repositoryPath((anchor ?? span.source).shown, context), lines: { begin: 1, end: 1 } };
    }
    const begin = lines(span.source).positionAt(span.start).line;
    const end = lines(span.source).positionAt(span.end).line;
    return { path: repositoryPath(span.source.shown, context), lines: { begin, end } };
  };
  const issues = shown.findings.map((finding) => ({
    // The widget of a merge request shows this text alone.
    description: messageAt(finding.span, shortText(finding)),
    content: { body: detailLines(finding, lines).join('\n\n') },
    check_name: finding.rule,
    fingerprint: fingerprint(finding),
    severity: SEVERITY[finding.severity],
    location: location(finding.span),
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
