import { entryOrigin, itemOrigin } from '../value/entry-origin.ts';
import type { GoList, GoMap, GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { joinOrigins, sourceOf } from '../value/text-origin.ts';
import type { EntryMark } from './entry-mark.ts';

/**
 * The origin of a text that was written from a value (`toYaml`, `toJson`), from where each entry stands in it: keys and scalars
 * come from their entries; what stands between them from the value as a whole, which decides the text where each entry has an
 * origin of its own. `own` is the origin of the value.
 */
export function entryOrigins(
  text: string,
  value: GoValue,
  own: Origin | undefined,
  marks: readonly EntryMark[],
): Origin | undefined {
  const source = sourceOf(own);
  const isMade = marks.length > 0 && isPutTogether(value);
  const whole = isMade ? undefined : source;
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
      const entry = entryAt(mark);
      const scalar = mark.part === 'value' ? entry : undefined;
      // What is in a container that was put together is not in its key.
      const isOwn = mark.part !== 'key' || !isPutTogether(entry);
      parts.push(...textInside(text.slice(mark.start, markEnd), scalar, isOwn ? origin : undefined));
    }
    end = markEnd;
  }
  if (text.length > end) parts.push([text.length - end, whole]);
  if (isMade) parts.push([0, source]);
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

function entryAt({ holder, key }: EntryMark): GoValue {
  return holder.go === 'map' ? holder.entries.get(key as string) : holder.items[key as number];
}

function isPutTogether(value: GoValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (value.go === 'map' || value.go === 'list') && value.origins !== undefined;
}
