import { plainName } from '../model/plain-name.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Of the known keys the one that is meant by a key which repeats the name of its map: `image.imagePullPolicy` for `image.pullPolicy`. */
export function prefixedName(key: string, parent: ValuesPath, known: readonly string[]): string | undefined {
  const prefix = parent.at(-1);
  if (typeof prefix !== 'string') return undefined;
  return known.find((name) => plainName(prefix) + plainName(name) === plainName(key));
}
