import { countNoun } from '../model/count-noun.ts';
import type { Finding, RelatedLocation } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { Source } from '../model/source.ts';
import type { Statement } from '../model/statement.ts';
import { codeFrame, type FrameMark } from './code-frame.ts';
import { findingGroups, type ShownFinding } from './finding-groups.ts';
import { fittingPlace } from './fitting-place.ts';
import { formatPlace } from './format-place.ts';
import { lineIndexes } from './line-indexes.ts';
import { markedLine } from './marked-line.ts';
import type { ReportContext } from './report-context.ts';
import { ruleStatistics } from './rule-statistics.ts';
import type { ShownResult } from './shown-result.ts';
import { plainStyle, type Style } from './style.ts';
import { summaryLine } from './summary-line.ts';
import type { ToolInfo } from './tool-info.ts';
import { visibleLine } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** What every part of the report is written with. */
interface Page {
  readonly lines: (source: Source) => LineIndex;
  readonly style: Style;
  readonly width: number;
  readonly docs: ToolInfo['docs'];
}

/**
 * For people: what is wrong on one short line, the place, the code, why it matters and what to do; then a summary. Findings of
 * one place share its code.
 */
export function formatPretty(shown: ShownResult, tool: ToolInfo, context: ReportContext = {}): string {
  const { style = plainStyle, width = 100 } = context;
  const page: Page = { lines: lineIndexes(shown), style, width, docs: tool.docs };
  const blocks = findingGroups(shown.findings).map((group) => formatGroup(group, page));
  const statistics = context.statistics === true ? ruleStatistics(shown.findings, style) : [];
  const counted = statistics.length === 0 ? [] : [statistics.join('\n')];
  return `${[...blocks, ...counted, wrapText(summaryLine(shown, style), width)].join('\n\n')}\n`;
}

function formatGroup(group: readonly ShownFinding[], page: Page): string {
  const { lines, style, width } = page;
  const { span, severity } = group[0]!.finding;
  const isInFrame = ({ span: other }: RelatedLocation): boolean =>
    other.source.id === span.source.id && markedLine(lines(other.source), other) !== undefined;
  const related = group.flatMap(({ finding }) => finding.related.filter(isInFrame));
  const marks: FrameMark[] = [
    { span },
    ...different(related).map(({ span, message }) => ({ span, label: message })),
  ];
  const frame = codeFrame(lines(span.source), marks, { width, style, severity });
  const gutter = ' '.repeat(
    Math.max(0, ...marks.map(({ span }) => lineDigits(span.start, lines(span.source)))),
  );
  const output: string[] = [];
  for (const [i, one] of group.entries()) {
    const notes = noteLines(one, saysTheSame(one.finding, group[i + 1]?.finding), isInFrame, gutter, page);
    output.push(...headLines(one.finding, page));
    if (i === 0) {
      output.push(
        `${gutter}${style.dim('-->')} ${fittingPlace(span, lines, width - gutter.length - 4)}`,
        ...frame,
      );
      if (frame.length > 0 && notes.length > 0) output.push(style.dim(`${gutter} |`));
    }
    output.push(...notes);
  }
  return output.join('\n');
}

/** Findings of one place that have one cause and one cure name these once, with the last. */
function saysTheSame(finding: Finding, next: Finding | undefined): boolean {
  const { rule, why, help, fix } = finding;
  return (
    fix === undefined &&
    next?.rule === rule &&
    next.why === why &&
    next.help === help &&
    next.fix === undefined
  );
}

function lineDigits(offset: number, lines: LineIndex): number {
  return String(lines.positionAt(offset).line).length;
}

/** `error[rule]: what is wrong`. */
function headLines(finding: Finding, { style, width, docs }: Page): string[] {
  const { rule, severity } = finding;
  const head = `${severity}[${rule}]:`;
  const [first = '', ...rest] = wrapText(`${head} ${visibleLine(finding.problem)}`, width - 2).split('\n');
  const address = docs(rule);
  const id = address === undefined ? rule : (style.link?.(rule, address) ?? rule);
  const shown = `${style[severity](`${severity}[${id}]`)}${style.bold(`:${first.slice(head.length)}`)}`;
  return [shown, ...rest.map((line) => `  ${style.bold(line)}`)];
}

/** Why, what to do, what is related in other files, the fix, and what else the rule found. */
function noteLines(
  { finding, more }: ShownFinding,
  isSaidBelow: boolean,
  isInFrame: (other: RelatedLocation) => boolean,
  gutter: string,
  page: Page,
): string[] {
  const { style, width, lines } = page;
  const { why, help }: Partial<Statement> = isSaidBelow ? {} : finding;
  const { fix, related } = finding;
  const note = (label: string, text: string, mark: (text: string) => string): string[] => {
    const indent = gutter.length + 3 + label.length + 2;
    const [first, ...rest] = wrapText(visibleLine(text), width - indent).split('\n');
    const hanging = ' '.repeat(indent);
    return [
      `${gutter} ${style.dim('=')} ${mark(`${label}:`)} ${first}`,
      ...rest.map((line) => hanging + line),
    ];
  };
  return [
    ...related
      .filter((other) => !isInFrame(other))
      .flatMap(({ span, message }) =>
        note('see', `${fittingPlace(span, lines, width - gutter.length - 12)}: ${message}`, style.related),
      ),
    ...(why === undefined ? [] : note('why', why, style.bold)),
    ...(help === undefined ? [] : note('help', help, style.help)),
    ...(fix === undefined ? [] : note(fix.safe ? 'fix' : 'suggestion', fix.title, style.help)),
    ...(more.length === 0 ? [] : [`${gutter} ${style.dim('=')} ${countNoun(more.length, 'more place')}:`]),
    ...more.flatMap((other) => {
      const indent = `${gutter}   `;
      const text = `${formatPlace(other.span, lines)}: ${visibleLine(other.problem)}`;
      return wrapText(text, width - indent.length - 2)
        .split('\n')
        .map((line, i) => `${indent}${i === 0 ? '' : '  '}${line}`);
    }),
  ];
}

/** Each place with each text once. */
function different(related: readonly RelatedLocation[]): RelatedLocation[] {
  const known = new Map(related.map((one) => [`${one.span.start} ${one.span.end} ${one.message}`, one]));
  return [...known.values()];
}
