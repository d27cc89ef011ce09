import { entryOrigin, itemOrigin } from '../value/entry-origin.ts';
import type { GoList, GoMap, GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { joinOrigins, sourceOf } from '../value/text-origin.ts';
import type { EntryMark } from './entry-mark.ts';

/**
 * The origin of a text that was written from a value (`toYaml`, `toJson`), from where each entry stands in it: keys and scalars
 * come from their entries, what stands between them from the value as a whole. `own` is the origin of the value.
 */
export function entryOrigins(
  text: string,
  value: GoValue,
  own: Origin | undefined,
  marks: readonly EntryMark[],
): Origin | undefined {
  const whole = sourceOf(own);
  const holders = new Map<GoMap | GoList, Origin | undefined>();
  if (typeof value === 'object' && value !== null && (value.go === 'map' || value.go === 'list'))
    holders.set(value, own);
  const parts: (readonly [number, Origin | undefined])[] = [];
  let end = 0;
  for (const mark of marks) {
    const origin = markOrigin(mark, holders.get(mark.holder));
    if (mark.part === 'container') {
      holders.set(mark.child as GoMap | GoList, origin);
      continue;
    }
    const markEnd = Math.min(mark.end, text.length);
    if (mark.start > end) parts.push([mark.start - end, whole]);
    if (markEnd > mark.start) {
      const scalar = mark.part === 'value' ? scalarAt(mark) : undefined;
      parts.push(...textInside(text.slice(mark.start, markEnd), scalar, origin));
    }
    end = markEnd;
  }
  if (text.length > end) parts.push([text.length - end, whole]);
  return joinOrigins(parts);
}

/** A text that stands there as it is, between quotes or not, keeps its pieces. */
function textInside(
  written: string,
  scalar: GoValue,
  origin: Origin | undefined,
): (readonly [number, Origin | undefined])[] {
  const source = sourceOf(origin);
  const at = typeof scalar === 'string' && origin?.from === 'pieces' ? written.indexOf(scalar) : -1;
  if (at < 0) return [[written.length, source]];
  const length = (scalar as string).length;
  return [
    [at, source],
    [length, origin],
    [written.length - at - length, source],
  ];
}

function markOrigin({ holder, key }: EntryMark, own: Origin | undefined): Origin | undefined {
  return holder.go === 'map'
    ? entryOrigin(holder, key as string, own)
    : itemOrigin(holder, key as number, own);
}

function scalarAt({ holder, key }: EntryMark): GoValue {
  return holder.go === 'map' ? holder.entries.get(key as string) : holder.items[key as number];
}
