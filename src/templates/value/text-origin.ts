import type { GoValue } from './go-value.ts';
import type { Mark, Origin, TextOrigin } from './origin.ts';
import { firstPast, OriginParts } from './origin-parts.ts';
import { bothSources, type ValuesSource } from './values-source.ts';

/** A text in the making with its origin. */
export interface TextPiece {
  readonly length: number;
  readonly mark: Mark | undefined;
}

/** The values that went into a piece. */
export function markSource(mark: Mark | undefined): ValuesSource | undefined {
  return mark?.from === 'written' ? mark.source : mark;
}

/** All values that went into the value as a whole. */
export function sourceOf(origin: Origin | undefined): ValuesSource | undefined {
  if (origin?.from !== 'pieces') return origin;
  let source = origin.decided;
  for (const mark of origin.marks) source = bothSources(source, markSource(mark));
  return source;
}

/** The pieces of a text of this length. */
export function piecesOf(origin: Origin | undefined, length: number): TextPiece[] {
  if (origin?.from !== 'pieces') return length === 0 ? [] : [{ length, mark: origin }];
  return origin.ends.map((end, i) => ({ length: end - (origin.ends[i - 1] ?? 0), mark: origin.marks[i] }));
}

/** The origin of the text that the pieces make up. */
export function originOf(pieces: Iterable<TextPiece>, decided?: ValuesSource): Origin | undefined {
  const parts = new OriginParts();
  for (const { length, mark } of pieces) parts.add(length, mark);
  return parts.origin(decided);
}

/** The origin of several texts one after the other. Each is a text's length with its origin. */
export function joinOrigins(
  texts: Iterable<readonly [length: number, origin?: Origin | undefined]>,
): Origin | undefined {
  const parts = new OriginParts();
  for (const [length, origin] of texts) parts.addText(length, origin);
  return parts.origin();
}

/** The origin of `text.slice(start, end)`. */
export function sliceOrigin(origin: Origin | undefined, start: number, end: number): Origin | undefined {
  if (origin?.from !== 'pieces') return origin;
  const parts = new OriginParts();
  parts.addSlice(origin, start, end);
  return parts.origin(origin.decided);
}

/** One change of a text: `[start, end)` of it becomes `length` units of other text that comes from `origin`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly origin?: Origin | undefined;
}

/** The origin of a text of `length` after the edits, which are in order and do not overlap: trim, indent, quote, replace. */
export function editOrigin(
  origin: Origin | undefined,
  length: number,
  edits: Iterable<TextEdit>,
): Origin | undefined {
  const parts = new OriginParts();
  let at = 0;
  for (const edit of edits) {
    if (edit.start > at) parts.addSlice(origin, at, edit.start);
    parts.addText(edit.length, edit.origin);
    at = edit.end;
  }
  if (at < length) parts.addSlice(origin, at, length);
  // What decided the text still does when every piece of it is gone.
  if (origin?.from === 'pieces') parts.decide(origin.decided);
  return parts.origin();
}

/** The origin of a value that `source` chose without being part of it: the condition of `ternary`, the values that `or` passed over. */
export function chosenBy(
  origin: Origin | undefined,
  value: GoValue,
  source: ValuesSource | undefined,
): Origin | undefined {
  if (source === undefined) return origin;
  if (typeof value !== 'string' || value === '') return bothSources(sourceOf(origin), source);
  const decided = origin?.from === 'pieces' ? bothSources(origin.decided, source) : source;
  const parts = new OriginParts();
  parts.addText(value.length, origin);
  return parts.origin(decided);
}

/** The piece that holds the offset. */
export function originAt(
  { ends, marks }: TextOrigin,
  offset: number,
): { start: number; end: number; mark: Mark | undefined } | undefined {
  const i = firstPast(ends, offset);
  const end = ends[i];
  return end === undefined ? undefined : { start: ends[i - 1] ?? 0, end, mark: marks[i] };
}
