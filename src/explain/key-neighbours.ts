import { formatPath } from '../model/format-path.ts';
import { listWords } from '../model/list-words.ts';
import { freshNames, type KnownNames, knownNames, nearestName } from '../model/nearest-name.ts';
import { plainName } from '../model/plain-name.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { KeyIndex } from './key-index.ts';

/** Below that length the same key in another section says nothing. */
const TELLING = 4;
const MOST_PLACES = 3;

/** What a key that a map does not know may have been meant to be. */
export interface KeyNeighbours {
  readonly known: KnownNames;
  /** `did you mean "tag"?`, when one place is likely. */
  suggest(key: string): string | undefined;
  /** The key of the same map that was meant, when there is one near name. */
  meant(key: string): string | undefined;
}

/** The keys of a map and around it, made ready once for all its unknown keys in all values: each call gives them for one. */
export function keyNeighbours(
  path: ValuesPath,
  keys: readonly string[],
  index: KeyIndex,
): () => KeyNeighbours {
  const names = knownNames(keys);
  const parent = path.at(-1);
  const prefix = typeof parent === 'string' ? plainName(parent) : undefined;
  const above = path.slice(0, -1);
  const aboveNames = path.length === 0 ? undefined : knownNames(index.at(above));
  const below = new Map<string, string[]>();
  for (const section of keys) {
    for (const name of index.at([...path, section])) {
      const place = formatPath([...path, section, name]);
      for (const plain of [plainName(name), plainName(section) + plainName(name)]) {
        below.set(plain, [...(below.get(plain) ?? []), place]);
      }
    }
  }

  return () => neighboursAmong(freshNames(names));

  function neighboursAmong(known: KnownNames): KeyNeighbours {
    const asked = new Map<string, string | undefined>();
    function nearest(key: string): string | undefined {
      if (!asked.has(key)) asked.set(key, nearestName(key, known));
      return asked.get(key);
    }

    function sameName(key: string): string | undefined {
      const plain = plainName(key);
      const prefixed = prefix !== undefined && plain.startsWith(prefix) ? plain.slice(prefix.length) : '';
      return known.byPlain.get(plain) ?? known.byPlain.get(prefixed);
    }

    function isElsewhere(key: string): boolean {
      const plain = plainName(key);
      return aboveNames?.byPlain.has(plain) === true || (below.get(plain) ?? []).length > 0;
    }

    function suggest(key: string): string | undefined {
      const plain = plainName(key);
      const same = sameName(key);
      if (same !== undefined) return JSON.stringify(same);
      const up = aboveNames?.byPlain.get(plain);
      const down = below.get(plain) ?? [];
      if (up !== undefined) {
        const place = formatPath([...above, up]);
        return down.length === 1
          ? `${down[0]} or, one level up, ${place}`
          : `to put it one level up, at ${place}`;
      }
      if (down.length > 0 && down.length <= MOST_PLACES) return listWords(down, 'or');
      const near = nearest(key);
      if (near !== undefined) return JSON.stringify(near);
      const elsewhere = plain.length < TELLING ? [] : index.named(key);
      return elsewhere.length === 1 ? formatPath(elsewhere[0]!) : undefined;
    }

    return {
      known,
      meant: (key) => sameName(key) ?? (isElsewhere(key) ? undefined : nearest(key)),
      suggest(key) {
        const meant = suggest(key);
        return meant === undefined ? undefined : `did you mean ${meant}?`;
      },
    };
  }
}
