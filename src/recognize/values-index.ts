import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** One map of the effective values and its place; the path is spelled out only when somebody asks. */
export interface ValueMap {
  readonly map: JsonObject;
  /** The key or index under which the map sits; undefined for the root. */
  readonly key: string | number | undefined;
  readonly parent: ValueMap | undefined;
  /** Its number among all maps, parents before children; meaningless for the lists that stand between maps. */
  readonly order: number;
}

/** Where one key is used in the values. */
export interface KeyUse {
  readonly key: string;
  /** The key in lower case. */
  readonly lower: string;
  /** The maps that have the key, in order. */
  readonly holders: ValueMap[];
  /** The maps that are its values or items of lists that are, in order. */
  readonly maps: ValueMap[];
}

/** A key of a map, with its value. */
export interface ValueEntry {
  readonly node: ValueMap;
  readonly key: string;
  readonly value: JsonValue;
}

/** Whether the recognizer is interested in entries of the key. */
export type KeyTest = (use: KeyUse) => boolean;

/**
 * Every map of the values and every key, from one walk that all recognizers share. They test each key once, however often
 * it is there. All answers are in the order of the maps, parents before children, also those inside lists.
 */
export class ValuesIndex {
  readonly maps: readonly ValueMap[];
  readonly #uses = new Map<string, KeyUse>();

  constructor(data: JsonObject) {
    const root: ValueMap = { map: data, key: undefined, parent: undefined, order: 0 };
    const maps: ValueMap[] = [root];
    for (let i = 0; i < maps.length; i++) {
      const node = maps[i]!;
      for (const key of Object.keys(node.map)) {
        let use = this.#uses.get(key);
        if (use === undefined) {
          use = { key, lower: key.toLowerCase(), holders: [node], maps: [] };
          this.#uses.set(key, use);
        } else use.holders.push(node);
        const value = node.map[key]!;
        if (typeof value === 'object' && value !== null) enter(value, key, node, use, maps);
      }
    }
    this.maps = maps;
  }

  /** Where every key is used, in no particular order. */
  get uses(): Iterable<KeyUse> {
    return this.#uses.values();
  }

  /** The entries whose keys pass the test. */
  entries(test: KeyTest): ValueEntry[] {
    const found: KeyUse[] = [];
    for (const use of this.#uses.values()) if (test(use)) found.push(use);
    return entriesOf(found);
  }

  /** The maps whose closest key that is a name passes the test; indexes of lists are no names. */
  mapsNamed(test: KeyTest): ValueMap[] {
    const found: ValueMap[][] = [];
    for (const use of this.#uses.values()) if (use.maps.length > 0 && test(use)) found.push(use.maps);
    return inOrder(found);
  }

  /** The maps that have at least one of the keys. */
  holders(keys: readonly string[]): ValueMap[] {
    const found: ValueMap[][] = [];
    for (const key of keys) {
      const use = this.#uses.get(key);
      if (use !== undefined) found.push(use.holders);
    }
    return inOrder(found);
  }
}

function enter(
  value: JsonValue,
  key: string | number,
  parent: ValueMap,
  use: KeyUse,
  maps: ValueMap[],
): void {
  if (Array.isArray(value)) {
    const list: ValueMap = { map: {}, key, parent, order: -1 };
    for (let i = 0; i < value.length; i++) enter(value[i]!, i, list, use, maps);
  } else if (isJsonObject(value)) {
    const node: ValueMap = { map: value, key, parent, order: maps.length };
    maps.push(node);
    use.maps.push(node);
  }
}

/** The entries with these keys, in the order of the maps and, within one, of its keys. */
export function entriesOf(uses: readonly KeyUse[]): ValueEntry[] {
  const [first, ...others] = uses;
  if (first === undefined) return [];
  if (others.length === 0) {
    const { key } = first;
    return first.holders.map((node) => ({ node, key, value: node.map[key]! }));
  }
  const names = new Set(uses.map(({ key }) => key));
  const entries: ValueEntry[] = [];
  for (const node of inOrder(uses.map(({ holders }) => holders))) {
    for (const key of Object.keys(node.map)) {
      if (names.has(key)) entries.push({ node, key, value: node.map[key]! });
    }
  }
  return entries;
}

/** Lists of maps, each in order, as one list in order without repetition. */
export function inOrder(lists: readonly (readonly ValueMap[])[]): ValueMap[] {
  let merged: readonly ValueMap[] = [];
  for (const list of lists) merged = merged.length === 0 ? list : mergeTwo(merged, list);
  return [...merged];
}

function mergeTwo(a: readonly ValueMap[], b: readonly ValueMap[]): readonly ValueMap[] {
  if (b.length === 0) return a;
  const merged: ValueMap[] = [];
  let i = 0;
  for (const node of b) {
    while (i < a.length && a[i]!.order < node.order) merged.push(a[i++]!);
    if (a[i] === node) i++;
    merged.push(node);
  }
  while (i < a.length) merged.push(a[i++]!);
  return merged;
}

/** The path of the map, or of one of its keys. */
export function pathOf(node: ValueMap, key?: string): ValuesPath {
  const path: (string | number)[] = key === undefined ? [] : [key];
  for (let at: ValueMap | undefined = node; at?.key !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** The closest key that is a name, not a list index: `redis` for `redis`, `hosts` for `hosts[0]`. */
export function nameOf(node: ValueMap): string | undefined {
  for (let at: ValueMap | undefined = node; at !== undefined; at = at.parent) {
    if (typeof at.key === 'string') return at.key;
  }
  return undefined;
}
