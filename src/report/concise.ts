import { formatPlace } from './format-place.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ReportContext } from './report-context.ts';
import { ruleStatistics } from './rule-statistics.ts';
import type { ShownResult } from './shown-result.ts';
import { plainStyle } from './style.ts';
import { summaryLine } from './summary-line.ts';
import type { ToolInfo } from './tool-info.ts';
import { visibleLine } from './visible-text.ts';

/** One line per finding, `file:line:col: severity problem [rule]`, and a summary line: for grep and problem matchers. */
export function formatConcise(shown: ShownResult, _tool: ToolInfo, context: ReportContext = {}): string {
  const lines = lineIndexes(shown);
  const style = context.style ?? plainStyle;
  const output = shown.findings.map(
    (finding) =>
      `${style.bold(`${formatPlace(finding.span, lines)}:`)} ${style[finding.severity](finding.severity)} ${visibleLine(finding.problem)} ${style.dim(`[${finding.rule}]`)}`,
  );
  const statistics = context.statistics === true ? ruleStatistics(shown.findings, style) : [];
  return `${[...output, ...statistics, summaryLine(shown, style)].join('\n')}\n`;
}
