import { countNoun } from '../model/count-noun.ts';
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Source } from '../model/source.ts';
import { isFileOnDisk } from '../model/source.ts';
import { detailLines } from './detail-lines.ts';
import { formatPlace } from './format-place.ts';
import { groupByFile } from './group-by-file.ts';
import { lineIndexes } from './line-indexes.ts';
import { messageAt } from './message-at.ts';
import type { ReportContext } from './report-context.ts';
import { repositoryPath } from './repository-path.ts';
import type { ShownResult } from './shown-result.ts';
import { countsText, summaryLine } from './summary-line.ts';
import type { ToolInfo } from './tool-info.ts';
import { visibleLine, visibleText } from './visible-text.ts';
import { logLine, workflowCommand } from './workflow-command.ts';

/** GitHub shows this many annotations of each kind per step and drops the rest without a word. */
const MAX_PER_KIND = 10;

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations for a GitHub Actions log, grouped by file, the worst first. Past GitHub's limit findings are plain lines of the
 * log; a last line says how many.
 */
export function formatGithub(shown: ShownResult, _tool: ToolInfo, context: ReportContext = {}): string {
  const lines = lineIndexes(shown);
  const worstFirst = [...shown.findings].sort((a, b) => compareSeverity(b.severity, a.severity));
  const annotated = chooseAnnotated(worstFirst);
  const output: string[] = [];
  for (const [source, findings] of groupByFile(worstFirst)) {
    output.push(workflowCommand('group', {}, `${visibleLine(source.shown)} (${countsText({ findings })})`));
    for (const finding of findings) {
      output.push(
        annotated.has(finding) ? annotation(finding, lines, context) : logLine(plainLine(finding, lines)),
      );
    }
    output.push(workflowCommand('endgroup', {}, ''));
  }
  output.push(logLine(summaryLine(shown)));
  const rest = shown.findings.filter((finding) => !annotated.has(finding));
  if (rest.length > 0) {
    output.push(
      `${countsText({ findings: rest })} left without an annotation: GitHub shows ${MAX_PER_KIND} of each kind per step. ` +
        `The log above has ${rest.length === 1 ? 'it' : `all ${countNoun(rest.length, 'finding')}`}.`,
    );
  }
  return `${output.join('\n')}\n`;
}

/** The first ones of each severity, in the order of the report. */
function chooseAnnotated(findings: readonly Finding[]): ReadonlySet<Finding> {
  const taken: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  return new Set(findings.filter(({ severity }) => taken[severity]++ < MAX_PER_KIND));
}

function annotation(finding: Finding, lines: (source: Source) => LineIndex, context: ReportContext): string {
  const { rule, severity, span } = finding;
  const title = visibleLine(messageAt(span, finding.problem));
  const text = [...detailLines(finding, lines).map(visibleText), `[${rule}]`].join('\n');
  if (!isFileOnDisk(span.source)) return workflowCommand(COMMAND[severity], { title }, text);
  const start = lines(span.source).positionAt(span.start);
  const end = lines(span.source).positionAt(span.end);
  // GitHub takes columns only when both are on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const place = {
    file: repositoryPath(span.source.shown, context),
    line: start.line,
    endLine: end.line,
    ...columns,
  };
  return workflowCommand(COMMAND[severity], { ...place, title }, text);
}

function plainLine(finding: Finding, lines: (source: Source) => LineIndex): string {
  const { rule, severity, span } = finding;
  return `${formatPlace(span, lines)}: ${severity} ${visibleLine(finding.problem)} [${rule}]`;
}
