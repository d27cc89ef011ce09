import { ANY } from './reference-tree.ts';
import { recordOf, type TemplateValue, union } from './template-value.ts';

/** What changing a map needs of the reader. */
export interface MapChange {
  /** Keys that some template adds to a rendering context. */
  readonly extras: Map<string, TemplateValue>;
  /** Notes that anything may be read of a value from here on. */
  use(value: TemplateValue): void;
  /** Notes that who reads the first path reads the second. */
  alias(at: readonly string[], from: readonly string[]): void;
  /** The value, or nothing when it is too much to follow: it then counts as read. */
  bounded(value: TemplateValue): TemplateValue;
}

/** `set`: later readers of the map find the value under any of the keys; undefined when the key is computed. */
export function setKey(
  map: TemplateValue,
  keys: readonly string[] | undefined,
  value: TemplateValue,
  change: MapChange,
): TemplateValue {
  const { extras } = change;
  for (const meaning of map) {
    if (meaning.kind === 'record') {
      for (const key of keys ?? [])
        meaning.fields.set(key, change.bounded(union(meaning.fields.get(key) ?? [], value)));
      if (keys === undefined) meaning.rest = change.bounded(union(meaning.rest, [recordOf([[], value])]));
    } else if (meaning.kind === 'context') {
      for (const key of keys ?? []) extras.set(key, change.bounded(union(extras.get(key) ?? [], value)));
      if (keys === undefined) change.use(value);
    } else if (meaning.kind === 'path') {
      for (const key of keys ?? [ANY]) putAt([...meaning.path, key], value, change);
    } else change.use(value);
  }
  return map;
}

/** `merge`: the first map gets the keys of the others, for later readers too. */
export function mergeInto(target: TemplateValue, others: TemplateValue, change: MapChange): TemplateValue {
  for (const meaning of target) {
    if (meaning.kind === 'record') meaning.rest = change.bounded(union(meaning.rest, others));
    else if (meaning.kind === 'path') putAt(meaning.path, others, change);
    else change.use(others);
  }
  return union(target, others);
}

/** A value gets to a place among the release's values. */
function putAt(at: readonly string[], value: TemplateValue, change: MapChange): void {
  for (const meaning of value) {
    if (meaning.kind === 'path') change.alias(at, meaning.path);
    else if (meaning.kind === 'record') {
      for (const [key, field] of meaning.fields) putAt([...at, key], field, change);
      if (meaning.rest.length > 0 && at.length < MOST_DEEP) putAt(at, meaning.rest, change);
    } else if (meaning.kind !== 'text') change.use([meaning]);
  }
}

/** Deeper than any values. */
const MOST_DEEP = 12;
