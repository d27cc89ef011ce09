import type { ValuesPath } from './values-path.ts';

/** The path as a JSON Pointer (RFC 6901): `/image/tag`; the root is the empty string. */
export function toPointer(path: ValuesPath): string {
  let pointer = '';
  for (const segment of path) pointer += `/${typeof segment === 'number' ? segment : escaped(segment)}`;
  return pointer;
}

/** Nearly every key stands for itself, and asking costs less than replacing. */
function escaped(key: string): string {
  return key.includes('/') || key.includes('~') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The segments of a JSON Pointer. List indexes stay strings: only the data can tell `0` the key from `0` the index. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
