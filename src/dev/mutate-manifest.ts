import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';

/** A manifest with one mistake of the kinds that people make (or with a change that is none). */
export interface Mutation {
  readonly kind: string;
  readonly path: readonly (string | number)[];
  readonly manifest: JsonObject;
}

/** A number from 0 to below 1; the same row for the same seed (mulberry32). */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Container = JsonObject | JsonValue[];

interface Slot {
  readonly container: Container;
  readonly key: string | number;
  readonly path: readonly (string | number)[];
}

/** One change of the manifest; undefined where chance chose a change that does not fit the place. */
export function mutate(
  original: JsonObject,
  others: readonly JsonObject[],
  chance: Chance,
): Mutation | undefined {
  const manifest = structuredClone(original);
  const slots = slotsOf(manifest);
  const slot = pick(slots, chance);
  const name = pick(Object.keys(CHANGES), chance);
  const changed = CHANGES[name]!(slot, chance, { manifest, others });
  return changed ? { kind: name, path: slot.path, manifest } : undefined;
}

type Change = (
  slot: Slot,
  chance: Chance,
  world: { manifest: JsonObject; others: readonly JsonObject[] },
) => boolean;

const CHANGES: Readonly<Record<string, Change>> = {
  typo: (slot, chance) => rename(slot, (key) => misspell(key, chance)),
  case: (slot, chance) =>
    rename(slot, (key) => (chance() < 0.5 ? key.toLowerCase() : key[0]!.toUpperCase() + key.slice(1))),
  plural: (slot) => rename(slot, (key) => (key.endsWith('s') ? key.slice(0, -1) : `${key}s`)),
  up: (slot, _, { manifest }) => {
    if (slot.path.length < 2 || typeof slot.key !== 'string') return false;
    const outer = containerAt(manifest, slot.path.slice(0, -2));
    const target = Array.isArray(outer) ? containerAt(manifest, slot.path.slice(0, -3)) : outer;
    if (!isJsonObject(target) || Object.hasOwn(target, slot.key)) return false;
    target[slot.key] = read(slot);
    remove(slot);
    return true;
  },
  down: (slot, chance) => {
    if (typeof slot.key !== 'string' || Array.isArray(slot.container)) return false;
    const maps = Object.entries(slot.container).filter(
      ([key, value]) => key !== slot.key && isJsonObject(value),
    );
    if (maps.length === 0) return false;
    (pick(maps, chance)[1] as JsonObject)[slot.key] = read(slot);
    remove(slot);
    return true;
  },
  quote: (slot) => {
    const value = read(slot);
    return (typeof value === 'number' || typeof value === 'boolean') && write(slot, String(value));
  },
  unquote: (slot, chance) => {
    const value = read(slot);
    if (typeof value !== 'string') return false;
    if (/^\d+(\.\d+)?$/.test(value)) return write(slot, Number(value));
    return write(
      slot,
      value === 'true' || value === 'false' ? value === 'true' : chance() < 0.5 ? 5432 : true,
    );
  },
  list: (slot) => write(slot, [read(slot)]),
  unlist: (slot) => {
    const value = read(slot);
    return Array.isArray(value) && value.length > 0 && write(slot, value[0]!);
  },
  map: (slot, chance) => write(slot, { [pick(['name', 'value', 'enabled', 'key'], chance)]: read(slot) }),
  unmap: (slot) => {
    const value = read(slot);
    return isJsonObject(value) && Object.keys(value).length > 0 && write(slot, Object.values(value)[0]!);
  },
  byName: (slot) => {
    const value = read(slot);
    if (!Array.isArray(value) || !value.every(isJsonObject)) return false;
    return write(slot, Object.fromEntries(value.map((item, i) => [String(item.name ?? i), item])));
  },
  remove: (slot) => remove(slot),
  nothing: (slot) => write(slot, null),
  empty: (slot) => {
    const value = read(slot);
    if (typeof value === 'string') return write(slot, '');
    return typeof value === 'object' && write(slot, Array.isArray(value) ? [] : {});
  },
  unit: (slot, chance) => {
    const value = read(slot);
    if (typeof value !== 'string' || !/^\d+(\.\d+)?([KMGT]i?|m)?$/.test(value)) return false;
    const number = /^[\d.]+/.exec(value)![0];
    const unit = pick(
      ['MiB', 'mb', 'GB', ' Gi', 'gi', 'mem', 'cores', 'Mi', 'm', 'k', 'K', 'Ei', 'e3', 'M', 'u'],
      chance,
    );
    return write(slot, `${number}${unit}`);
  },
  number: (slot, chance) => {
    const value = read(slot);
    if (typeof value !== 'number') return false;
    return write(
      slot,
      pick([0, -1, 1, 2, 100, 101, 65535, 65536, 70000, 2 ** 31, value + 0.5, value * 10, 30000], chance),
    );
  },
  word: (slot, chance) => {
    const value = read(slot);
    if (typeof value !== 'string' || !/^[A-Za-z]+$/.test(value)) return false;
    const words = [
      value.toLowerCase(),
      value.toUpperCase(),
      misspell(value, chance),
      'Foo',
      'None',
      'Always',
      'Never',
      'Exists',
      'In',
    ];
    return write(slot, pick(words, chance));
  },
  text: (slot, chance) => {
    const value = read(slot);
    if (typeof value !== 'string') return false;
    const tails = ['_', '-', '.', '/', ' ', ':', '%', '!', 'A', '0', '*', '\n', 'x'.repeat(70), 'ü', '{{ }}'];
    const tail = pick(tails, chance);
    return write(slot, chance() < 0.6 ? value + tail : tail + value);
  },
  renameKey: (slot, chance, { manifest }) => {
    if (
      typeof slot.key !== 'string' ||
      isJsonObject(read(slot)) ||
      !/labels|annotations|data|[lL]imits|requests|nodeSelector|matchLabels/.test(String(slot.path.at(-2)))
    )
      return false;
    void manifest;
    return rename(slot, (key) =>
      pick(
        [
          `${key}_`,
          `-${key}`,
          `a/${key}`,
          `a/b/${key}`,
          `${key} x`,
          key.toUpperCase(),
          'mem',
          'gpu',
          `${'x'.repeat(64)}`,
        ],
        chance,
      ),
    );
  },
  twice: (slot, chance) => {
    const value = read(slot);
    if (!Array.isArray(value) || value.length === 0) return false;
    return write(slot, [...value, structuredClone(pick(value, chance))]);
  },
  swap: (slot, chance, { manifest }) => {
    const other = pick(slotsOf(manifest), chance);
    const [a, b] = [read(slot), read(other)];
    if (typeof a === 'object' || typeof b === 'object') return false;
    write(slot, b);
    return write(other, a);
  },
  /** Fields that another map under the same key has: what excludes each other meets. */
  borrow: (slot, chance, { manifest, others }) => {
    const value = read(slot);
    if (!isJsonObject(value)) return false;
    const alike = [manifest, ...others].flatMap(slotsOf).filter((other) => {
      const there = read(other);
      return (
        isJsonObject(there) &&
        nameOf(other) === nameOf(slot) &&
        Object.keys(there).some((key) => !Object.hasOwn(value, key))
      );
    });
    if (alike.length === 0) return false;
    const [key, field] = pick(
      Object.entries(read(pick(alike, chance)) as JsonObject).filter(([key]) => !Object.hasOwn(value, key)),
      chance,
    );
    return write(slot, { ...value, [key]: structuredClone(field) });
  },
};

function nameOf({ path }: Slot): string {
  return String(path.findLast((segment) => typeof segment === 'string') ?? '')
    .replace(/^(liveness|readiness|startup|init)/, '')
    .toLowerCase();
}

function slotsOf(manifest: JsonObject): Slot[] {
  const slots: Slot[] = [];
  const walk = (container: Container, path: readonly (string | number)[]): void => {
    const keys = Array.isArray(container) ? [...container.keys()] : Object.keys(container);
    for (const key of keys) {
      if (path.length === 0 && (key === 'apiVersion' || key === 'kind')) continue;
      const slot = { container, key, path: [...path, key] };
      slots.push(slot);
      const value = read(slot);
      if (typeof value === 'object' && value !== null) walk(value, slot.path);
    }
  };
  walk(manifest, []);
  return slots;
}

function containerAt(manifest: JsonObject, path: readonly (string | number)[]): JsonValue {
  return path.reduce<JsonValue>((value, key) => (value as JsonObject)[key as string]!, manifest);
}

function read({ container, key }: Slot): JsonValue {
  return (container as JsonObject)[key as string]!;
}

function write({ container, key }: Slot, value: JsonValue): boolean {
  if (JSON.stringify((container as JsonObject)[key as string]) === JSON.stringify(value)) return false;
  (container as JsonObject)[key as string] = value;
  return true;
}

function remove({ container, key }: Slot): boolean {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key as string];
  return true;
}

function rename(slot: Slot, to: (key: string) => string): boolean {
  const { container, key } = slot;
  if (Array.isArray(container) || typeof key !== 'string' || key === '') return false;
  const name = to(key);
  if (Object.hasOwn(container, name)) return false;
  container[name] = container[key]!;
  delete container[key];
  return true;
}

function misspell(word: string, chance: Chance): string {
  const at = Math.floor(chance() * word.length);
  const way = chance();
  if (way < 0.35) return word.slice(0, at) + word.slice(at + 1);
  if (way < 0.7 && at + 1 < word.length)
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return word.slice(0, at) + word[at]! + word.slice(at);
}

function pick<T>(items: readonly T[], chance: Chance): T {
  return items[Math.floor(chance() * items.length)]!;
}
