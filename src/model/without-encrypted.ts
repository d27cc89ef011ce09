import { mapLeaves } from './map-leaves.ts';
import type { ValuesPath } from './values-path.ts';

/** The value with a word in place of what is encrypted: of that nobody knows more than its type. */
export function withoutEncrypted(value: unknown, isEncrypted: (path: ValuesPath) => boolean): unknown {
  return mapLeaves(value, (leaf, path) => (isEncrypted(path) ? '(encrypted)' : leaf));
}
