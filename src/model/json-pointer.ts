import type { ValuesPath } from './values-path.ts';

/** The path as a JSON Pointer (RFC 6901): `/image/tag`; the root is the empty string. */
export function toPointer(path: ValuesPath): string {
  let pointer = '';
  for (const segment of path) pointer += `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return pointer;
}

/** The segments of a JSON Pointer. List indexes stay strings: only the data can tell `0` the key from `0` the index. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
