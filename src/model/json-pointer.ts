import type { ValuesPath } from './values-path.ts';

/** The path as a JSON Pointer (RFC 6901): `/image/tag`; the root is the empty string. */
export function toPointer(path: ValuesPath): string {
  let pointer = '';
  for (const segment of path) pointer += `/${typeof segment === 'number' ? segment : escapeSegment(segment)}`;
  return pointer;
}

/** A key as a segment. Nearly every key stands for itself, and asking costs less than replacing. */
export function escapeSegment(key: string): string {
  return key.includes('/') || key.includes('~') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The segments of a JSON Pointer. List indexes stay strings: only the data can tell `0` the key from `0` the index. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  const segments = pointer.slice(1).split('/');
  return pointer.includes('~') ? segments.map(unescapeSegment) : segments;
}

/** The key that a segment stands for. */
export function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
