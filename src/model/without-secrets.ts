import { MASK } from './mask-text.ts';
import type { ValuesPath } from './values-path.ts';

/** The value with a dot for each character of the texts and numbers whose path is that of a secret. */
export function withoutSecrets(
  value: unknown,
  isSecret: (path: ValuesPath) => boolean,
  path: ValuesPath = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutSecrets(item, isSecret, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key, withoutSecrets(below, isSecret, [...path, key])]),
    );
  }
  const holdsText =
    typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && value !== '');
  return holdsText && isSecret(path) ? String(value).replaceAll(/[^\s]/g, MASK) : value;
}
