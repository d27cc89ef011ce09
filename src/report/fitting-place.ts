import type { LineIndex } from '../model/line-index.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { formatPlace } from './format-place.ts';

/** Shorter pieces of a flag say nothing. */
const LEAST = 20;

/** The place in at most `room` characters where it is in a flag: the code beside it shows the flag. Files keep their whole name. */
export function fittingPlace(span: Span, lines: (source: Source) => LineIndex, room: number): string {
  const place = formatPlace(span, lines);
  if (span.source.kind !== 'flag' || place.length <= room) return place;
  const [end = ''] = /:\d+:\d+$/.exec(place) ?? [];
  const kept = Math.max(LEAST, room - end.length - 1);
  return `${place.slice(0, kept).replace(/[\uD800-\uDBFF]$/, '')}…${end}`;
}
