import type { LineIndex } from '../model/line-index.ts';
import type { Severity } from '../model/severity.ts';
import type { Span } from '../model/span.ts';
import { type MarkedLine, markedLine } from './marked-line.ts';
import { plainStyle, type Style } from './style.ts';
import { visibleLine } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** A place of the framed file. */
export interface FrameMark {
  readonly span: Span;
  /** What stands beside the mark; the finding itself has none. */
  readonly label?: string;
}

export interface FrameLook {
  /** Columns; default 100. */
  readonly width?: number;
  readonly style?: Style;
  /** Of the finding: the colour of its mark. */
  readonly severity?: Severity;
}

/** Narrower, a label stands below the code rather than beside it. */
const LEAST_LABEL = 30;

/**
 * The lines of the marks in the order of the file, each with its span underlined: `^` the finding, `-` what is related. Nothing
 * when all are blank. A `gutter` line on top keeps the frame apart from what stands above it.
 */
export function codeFrame(
  lines: LineIndex,
  marks: readonly FrameMark[],
  { width = 100, style = plainStyle, severity = 'error' }: FrameLook = {},
): string[] {
  const rows = marks
    .flatMap((mark) => {
      const line = markedLine(lines, mark.span, Math.max(40, width - 8));
      return line === undefined ? [] : [{ ...mark, line }];
    })
    .sort((a, b) => a.line.number - b.line.number || a.span.start - b.span.start);
  const last = rows.at(-1)?.line.number;
  if (last === undefined) return [];
  const gutter = ' '.repeat(String(last).length);
  const bar = style.dim(`${gutter} |`);
  const output = [bar];
  let previous: MarkedLine | undefined;
  for (const { line, label } of rows) {
    if (previous !== undefined && line.number > previous.number + 1) output.push(style.dim('...'));
    const code = codeOf(line);
    if (previous?.number !== line.number || codeOf(previous) !== code) {
      const number = style.dim(`${String(line.number).padStart(gutter.length)} |`);
      output.push(`${number} ${code}`.trimEnd());
    }
    previous = line;
    const colour = label === undefined ? style[severity] : style.related;
    const text = markRows(line, label, width - gutter.length - 3);
    output.push(...text.map(({ indent, text: shown }) => `${bar} ${indent}${colour(shown)}`));
  }
  return output;
}

function codeOf({ before, marked, after, cutBefore, cutAfter }: MarkedLine): string {
  return `${cutBefore ? '…' : ''}${before}${marked}${after}${cutAfter ? '…' : ''}`.trimEnd();
}

/** The mark with its label beside it, or below it where it does not fit. */
function markRows(
  { before, marked, cutBefore }: MarkedLine,
  label: string | undefined,
  width: number,
): { indent: string; text: string }[] {
  // Tabs stay tabs, so that the marker lines up whatever their width.
  const indent = `${cutBefore ? '…' : ''}${before}`.replaceAll(/[^\t]/g, ' ');
  const mark = (label === undefined ? '^' : '-').repeat(Math.max(1, marked.length));
  if (label === undefined) return [{ indent, text: mark }];
  const words = visibleLine(label);
  const beside = width - indent.length - mark.length - 1;
  if (words.length <= beside) return [{ indent, text: `${mark} ${words}` }];
  const left = width - indent.length >= LEAST_LABEL ? indent : '  ';
  const below = wrapText(words, width - left.length).split('\n');
  return [{ indent, text: mark }, ...below.map((text) => ({ indent: left, text }))];
}
