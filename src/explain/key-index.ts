import type { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import { isJsonObject } from '../model/json-value.ts';
import { plainName } from '../model/plain-name.ts';
import type { ValuesPath } from '../model/values-path.ts';

interface KeyNode {
  readonly keys: Map<string, KeyNode>;
  /** Entries of a list, or of a map with free keys. */
  any?: KeyNode;
}

/** Which keys the schema knows where. */
export interface KeyIndex {
  /** The keys that a map at the path may have. */
  at(path: ValuesPath): readonly string[];
  /** The paths, free of lists and free keys, of all keys of that name, by `plainName`. */
  named(key: string): readonly ValuesPath[];
}

/** Bounds for schemas that spell out all of Kubernetes. */
const MOST_KEYS = 20_000;
const DEEPEST = 12;

export function indexKeys(references: References): KeyIndex {
  const root: KeyNode = { keys: new Map() };
  const byName = new Map<string, ValuesPath[]>();
  let count = 0;

  function visit(
    place: SchemaPlace,
    node: KeyNode,
    path: ValuesPath | undefined,
    active: ReadonlySet<string>,
    depth: number,
  ): void {
    const { schema } = place;
    if (!isJsonObject(schema) || active.has(place.pointer) || depth > DEEPEST || count > MOST_KEYS) return;
    const inside = new Set(active).add(place.pointer);
    if (isJsonObject(schema.properties)) {
      for (const key of Object.keys(schema.properties)) {
        const childPath = path === undefined ? undefined : [...path, key];
        let child = node.keys.get(key);
        if (child === undefined) {
          count += 1;
          child = { keys: new Map() };
          node.keys.set(key, child);
          if (childPath !== undefined) {
            const name = plainName(key);
            byName.set(name, [...(byName.get(name) ?? []), childPath]);
          }
        }
        visit(references.step(place, 'properties', key), child, childPath, inside, depth + 1);
      }
    }
    for (const target of references.follow(place)) visit(target, node, path, inside, depth);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches = schema[keyword];
      if (!Array.isArray(branches)) continue;
      for (const i of branches.keys()) visit(references.step(place, keyword, i), node, path, inside, depth);
    }
    for (const keyword of ['then', 'else']) visit(references.step(place, keyword), node, path, inside, depth);
    for (const keyword of ['items', 'additionalProperties', 'additionalItems']) {
      if (!isJsonObject(schema[keyword])) continue;
      node.any ??= { keys: new Map() };
      visit(references.step(place, keyword), node.any, undefined, inside, depth + 1);
    }
  }
  visit(references.root, root, [], new Set(), 0);

  return {
    at(path) {
      let node: KeyNode | undefined = root;
      for (const segment of path) node = node?.keys.get(String(segment)) ?? node?.any;
      return [...(node?.keys.keys() ?? [])];
    },
    named: (key) => byName.get(plainName(key)) ?? [],
  };
}
