import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { Severity } from '../model/severity.ts';
import type { Source } from '../model/source.ts';
import { codeFrame } from './code-frame.ts';
import { codeBlock, codeLink, codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { escapeXml } from './escape-xml.ts';
import { formatPlace } from './format-place.ts';
import { countsText } from './summary-line.ts';
import type { ToolInfo } from './tool-info.ts';
import { visibleLine } from './visible-text.ts';

const MARK: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };

/** Longer messages are whole in the details only. */
const MAX_IN_TABLE = 300;

/** Longer ones would crowd out the other findings. */
const MAX_MESSAGE = 2_000;

const MAX_RELATED = 10;

type Lines = (source: Source) => LineIndex;

export const tableHead: readonly string[] = [
  '| Severity | Where | Problem | Rule |',
  '| :-- | :-- | :-- | :-- |',
];

/** A row of the table of findings. */
export function tableRow(finding: Finding, tool: ToolInfo, lines: Lines): string {
  const { rule, severity, span } = finding;
  const cells = [
    `${MARK[severity]} ${severity}`,
    codeSpan(shorten(formatPlace(span, lines), MAX_IN_TABLE)).replaceAll('|', '\\|'),
    escapeMarkdown(shorten(finding.problem, MAX_IN_TABLE)),
    codeLink(rule, tool.docs(rule)).replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Everything about one finding: problem, code frame, related places, fix; why it matters once for each rule. */
export function detailBlock(finding: Finding, why: string | undefined, tool: ToolInfo, lines: Lines): string {
  const { rule, severity, span, related, fix } = finding;
  const said = finding;
  const reason = [said.why, why].filter((part) => part !== undefined).join(' ');
  const { line } = lines(span.source).positionAt(span.start);
  const frame = codeFrame(lines(span.source), [{ span }]);
  return [
    `${MARK[severity]} **Line ${line}** · ${codeLink(rule, tool.docs(rule))}`,
    `**${escapeMarkdown(shorten(said.problem, MAX_MESSAGE))}**`,
    ...(frame.length === 0 ? [] : [codeBlock(frame, 'text')]),
    ...(related.length === 0 ? [] : [relatedList(finding, lines)]),
    ...(reason === '' ? [] : [`**Why:** ${escapeMarkdown(shorten(reason, MAX_MESSAGE))}`]),
    ...(said.help === undefined ? [] : [`**Help:** ${escapeMarkdown(shorten(said.help, MAX_MESSAGE))}`]),
    ...(fix === undefined
      ? []
      : [`**${fix.safe ? 'Fix' : 'Suggestion'}:** ${escapeMarkdown(shorten(fix.title, MAX_IN_TABLE))}`]),
  ].join('\n\n');
}

function relatedList({ related }: Finding, lines: Lines): string {
  const items = related.slice(0, MAX_RELATED).map(({ span, message }) => {
    const place = codeSpan(shorten(formatPlace(span, lines), MAX_IN_TABLE));
    return `- ${place}: ${escapeMarkdown(shorten(message, MAX_IN_TABLE))}`;
  });
  return items.join('\n');
}

/** The details of one file, folded. */
export function fileDetails(file: string, findings: readonly Finding[], blocks: readonly string[]): string {
  const summary = `<code>${escapeXml(shorten(visibleLine(file), MAX_IN_TABLE))}</code>: ${countsText({ findings })}`;
  return [
    `<details>\n<summary>${summary}</summary>`,
    ...blocks.flatMap((block, i) => (i === 0 ? [block] : ['---', block])),
    '</details>',
  ].join('\n\n');
}

/** Cut between characters, with an ellipsis. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
