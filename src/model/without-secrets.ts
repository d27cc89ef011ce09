import { mapLeaves } from './map-leaves.ts';
import { MASK } from './mask-text.ts';
import type { ValuesPath } from './values-path.ts';

/**
 * The value with a dot for each character of the texts and numbers whose path is that of a secret, or with what `hide` makes of them;
 * empty texts, switches and nulls are none.
 */
export function withoutSecrets(
  value: unknown,
  isSecret: (path: ValuesPath) => boolean,
  hide = (text: string): string => text.replaceAll(/[^\s]/g, MASK),
): unknown {
  return mapLeaves(value, (leaf, path) => {
    const holdsText =
      typeof leaf === 'number' || typeof leaf === 'bigint' || (typeof leaf === 'string' && leaf !== '');
    return holdsText && isSecret(path) ? hide(String(leaf)) : leaf;
  });
}
