import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';

/** Says which maps and lists may be changed in place. */
export interface Owner {
  newMap(): JsonObject;
  /** The list to set the item in. */
  ownList(list: JsonValue[], index: number): JsonValue[];
  own<T extends JsonObject | JsonValue[]>(container: T): T;
  /** The map at a key of an owned map. */
  ownMap(parent: JsonObject, key: string, child: JsonObject): JsonObject;
}

/**
 * Copy on write. A draft remembers the maps and lists that the merge made itself: those it may change in place, every
 * other one (the data of a layer) is copied, one level deep, before its first change. So inputs are never changed,
 * untouched subtrees are shared with them, and each container is copied at most once in a merge.
 */
export class Draft implements Owner {
  readonly #owned = new WeakSet<object>();

  /** A new empty map that the draft may change. */
  newMap(): JsonObject {
    return this.#adopt({});
  }

  /** The map or list itself when the draft made it, else a shallow copy that the draft may change. */
  own<T extends JsonObject | JsonValue[]>(container: T): T {
    return this.#owned.has(container) ? container : this.copy(container);
  }

  ownList(list: JsonValue[]): JsonValue[] {
    return this.own(list);
  }

  /** A shallow copy that the draft may change, even of a container that it made. */
  copy<T extends JsonObject | JsonValue[]>(container: T): T {
    return this.#adopt((Array.isArray(container) ? container.slice() : { ...container }) as T);
  }

  /** Makes the map at a key of an owned map changeable. */
  ownMap(parent: JsonObject, key: string, child: JsonObject): JsonObject {
    const owned = this.own(child);
    if (owned !== child) put(parent, key, owned);
    return owned;
  }

  /** Makes all maps of the tree changeable, the root included. Lists stay shared: Helm never changes them here. */
  ownTree(root: JsonObject): JsonObject {
    const owned = this.own(root);
    for (const [key, value] of Object.entries(owned)) {
      if (!isJsonObject(value)) continue;
      const child = this.ownTree(value);
      if (child !== value) put(owned, key, child);
    }
    return owned;
  }

  #adopt<T extends object>(container: T): T {
    this.#owned.add(container);
    return container;
  }
}

/** Sets a key; `__proto__` is a key like any other. */
export function put(map: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  } else map[key] = value;
}

/** The map's own value at the key; undefined when there is none. */
export function get(map: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
