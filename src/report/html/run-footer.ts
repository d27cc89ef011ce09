import { escapeXml } from '../escape-xml.ts';
import type { ReportContext } from '../report-context.ts';
import type { ToolInfo } from '../tool-info.ts';
import { visibleLine } from '../visible-text.ts';

/** What made the page: the program, and what the shell says about the run. */
export function runFooter({ version }: ToolInfo, { run }: ReportContext): string {
  const parts = [
    `chartlint ${escapeXml(version)}`,
    ...(run?.command === undefined ? [] : [`<code>${escapeXml(visibleLine(run.command))}</code>`]),
    ...(run?.commit === undefined ? [] : [`commit <code>${escapeXml(run.commit)}</code>`]),
    ...(run?.date === undefined ? [] : [escapeXml(run.date)]),
  ];
  return `<footer>${parts.map((part) => `<span>${part}</span>`).join('')}</footer>`;
}
