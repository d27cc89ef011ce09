import { countNoun } from '../model/count-noun.ts';
import type { Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { groupByFile } from './group-by-file.ts';
import { lineIndexes } from './line-indexes.ts';
import { detailBlock, fileDetails, tableHead, tableRow } from './markdown-parts.ts';
import type { ShownResult } from './shown-result.ts';
import { countsText, summaryLine } from './summary-line.ts';
import type { ToolInfo } from './tool-info.ts';

/** GitHub refuses a comment of more than 65,536 characters; some are left for what wraps the report. */
const MAX_LENGTH = 65_000;

/** So that a long table leaves room for details. */
const MAX_TABLE = 30_000;

/**
 * A comment for a pull request, or a job summary: a table and, folded, the code frames. The worst findings come first; what does
 * not fit is counted. The hidden first line lets a bot find its own comment again.
 */
export function formatMarkdown(shown: ShownResult, tool: ToolInfo): string {
  const lines = lineIndexes(shown);
  const worstFirst = [...shown.findings].sort((a, b) => compareSeverity(b.severity, a.severity));
  const head = [
    '<!-- chartlint -->',
    `### chartlint: ${countsText(shown)}`,
    '',
    escapeMarkdown(summaryLine(shown)),
  ];
  if (worstFirst.length === 0) return `${head.join('\n')}\n`;

  const rows = worstFirst.map((finding) => ({ finding, text: tableRow(finding, tool, lines) }));
  const listed = takeWithin(rows, MAX_TABLE, ({ text }) => text.length + 1);
  const table = [...tableHead, ...listed.map(({ text }) => text)];
  const notListed = worstFirst.length - listed.length;
  if (notListed > 0) {
    const rest = worstFirst.slice(listed.length);
    table.push('', `**${countsText({ findings: rest })} more** did not fit into this table.`);
  }

  const used = [...head, ...table].join('\n').length + 200;
  const explained = new Set<string>();
  const blocks = worstFirst.map((finding) => {
    const why = explained.has(finding.rule) ? undefined : tool.rule(finding.rule)?.why;
    explained.add(finding.rule);
    return { span: finding.span, text: detailBlock(finding, why, tool, lines), finding };
  });
  const files = new Set<string>();
  const detailed = takeWithin(blocks, MAX_LENGTH - used, ({ span, text }) => {
    const opening = files.has(span.source.id) ? 0 : fileDetails(span.source.shown, [], []).length + 80;
    files.add(span.source.id);
    return text.length + 8 + opening;
  });
  const details = detailsByFile(detailed);
  const folded = worstFirst.length - detailed.length;
  if (folded > 0) {
    details.push(
      `Details of ${countNoun(folded, 'finding')} are left out: a comment holds 65,536 characters.`,
    );
  }
  return `${[...head, '', ...table, '', details.join('\n\n')].join('\n')}\n`;
}

function detailsByFile(
  blocks: readonly { finding: Finding; span: Finding['span']; text: string }[],
): string[] {
  return [...groupByFile(blocks)].map(([source, group]) =>
    fileDetails(
      source.shown,
      group.map(({ finding }) => finding),
      group.map(({ text }) => text),
    ),
  );
}

/** The first items whose sizes add up to no more than the budget. */
function takeWithin<T>(items: readonly T[], budget: number, sizeOf: (item: T) => number): T[] {
  let left = budget;
  const end = items.findIndex((item) => {
    left -= sizeOf(item);
    return left < 0;
  });
  return end === -1 ? [...items] : items.slice(0, end);
}
