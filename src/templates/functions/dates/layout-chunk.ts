/** The next element of a layout, with what is before and after it; no element at the end. */
export interface LayoutChunk {
  readonly prefix: string;
  /** As it is written in the layout: `2006`, `_2`, `.000`. */
  readonly element: string | undefined;
  readonly suffix: string;
}

/** Longest first, where one begins another. */
const ELEMENTS =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|0[1-6]|002|15|2006|__2|_2(?!006)|[12345]|PM|pm|-070000|-07:00:00|-0700|-07:00|-07|Z070000|Z07:00:00|Z0700|Z07:00|Z07|[.,](?:0+|9+)(?![0-9])/;

/** Go's `nextStdChunk`. */
export function nextLayoutChunk(layout: string): LayoutChunk {
  const match = ELEMENTS.exec(layout);
  if (match === null) return { prefix: layout, element: undefined, suffix: '' };
  const end = match.index + match[0].length;
  return { prefix: layout.slice(0, match.index), element: match[0], suffix: layout.slice(end) };
}
