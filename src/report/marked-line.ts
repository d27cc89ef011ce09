import type { LineIndex } from '../model/line-index.ts';
import type { Span } from '../model/span.ts';
import { visibleText } from './visible-text.ts';

/** Longer lines are cut around the span, so that one minified line does not fill the screen. */
const MAX_WIDTH = 120;

/** The line where a span starts, in three parts. A span over several lines is marked to the end of its first one. */
export interface MarkedLine {
  /** 1-based. */
  readonly number: number;
  readonly before: string;
  /** Empty when the span is empty or starts at the end of the line. */
  readonly marked: string;
  readonly after: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The marked line of a span, cut to what fits a screen; undefined when the line is blank or the span stands for the whole file. */
export function markedLine(lines: LineIndex, span: Span, width = MAX_WIDTH): MarkedLine | undefined {
  // The empty span at the start stands for the file as a whole: there is nothing to mark.
  if (span.end === 0) return undefined;
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const text = lines.lineAt(start.line);
  if (text.trim() === '') return undefined;
  const from = Math.min(start.column - 1, text.length);
  const to = Math.max(from, end.line === start.line ? end.column - 1 : text.trimEnd().length);
  const left = wholeCharacters(
    text,
    to > width - 4 && from > 20 ? from - Math.min(40, Math.max(12, width - 4 - (to - from))) : 0,
  );
  const right = wholeCharacters(text, Math.min(left + width, text.length));
  return {
    number: start.line,
    before: visibleText(text.slice(left, from)),
    marked: visibleText(text.slice(from, Math.min(to, right))),
    after: visibleText(text.slice(Math.min(to, right), right)).trimEnd(),
    cutBefore: left > 0,
    cutAfter: right < text.trimEnd().length,
  };
}

/** The offset, or the one before it when it would cut a surrogate pair in two. */
function wholeCharacters(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
