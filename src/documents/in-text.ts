import type { ScalarPlaces } from '../load/scalar-places.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';

/** A place in what a scalar says as one in the text around it. */
export function inText({ start, end, alias }: Span, source: Source, places: ScalarPlaces): Span {
  const place = { source, ...places.place(start, end) };
  return alias === undefined ? place : { ...place, alias: places.place(alias.start, alias.end) };
}
