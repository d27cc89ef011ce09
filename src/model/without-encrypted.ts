import type { ValuesPath } from './values-path.ts';

/** The value with a word in place of what is encrypted: of that nobody knows more than its type. */
export function withoutEncrypted(
  value: unknown,
  isEncrypted: (path: ValuesPath) => boolean,
  path: ValuesPath = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutEncrypted(item, isEncrypted, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [
        key,
        withoutEncrypted(below, isEncrypted, [...path, key]),
      ]),
    );
  }
  return isEncrypted(path) ? '(encrypted)' : value;
}
