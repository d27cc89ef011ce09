import type { LineIndex } from '../../model/line-index.ts';
import type { Span } from '../../model/span.ts';
import { escapeXml } from '../escape-xml.ts';
import { markedLine } from '../marked-line.ts';

/** Lines shown on each side. */
const CONTEXT = 2;

/** Longer lines around the marked one are cut. */
const MAX_WIDTH = 120;

/** The code frame of a span, with the lines around it; empty when the line is blank. */
export function htmlFrame(lines: LineIndex, span: Span): string {
  const line = markedLine(lines, span);
  if (line === undefined) return '';
  const rows: string[] = [];
  const first = Math.max(1, line.number - CONTEXT);
  const last = Math.min(lines.lineCount, line.number + CONTEXT);
  for (let number = first; number <= last; number++) {
    if (number !== line.number) {
      // The end of a file is no line of its own.
      if (number < lines.lineCount || lines.lineAt(number) !== '') rows.push(contextRow(lines, number));
      continue;
    }
    const before = `${line.cutBefore ? '…' : ''}${escapeXml(line.before)}`;
    const after = `${escapeXml(line.after)}${line.cutAfter ? '…' : ''}`;
    rows.push(
      `<span class="here"><i>${number}</i>${before}<mark>${escapeXml(line.marked)}</mark>${after}</span>`,
    );
  }
  return `<pre class="frame" tabindex="0"><code>${rows.join('')}</code></pre>`;
}

function contextRow(lines: LineIndex, number: number): string {
  const text = lines.lineAt(number).trimEnd();
  const shown = text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH)}…` : text;
  return `<span><i>${number}</i>${escapeXml(shown)}</span>`;
}
