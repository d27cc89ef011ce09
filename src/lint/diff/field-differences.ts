import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** A field that is not the same in two versions of an object. */
export interface FieldDifference {
  readonly field: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  /** Where it is in each version; where it is not, the map or list that it would be in. */
  readonly beforeAt: ValuesPath;
  readonly afterAt: ValuesPath;
}

interface Place {
  readonly field: string;
  readonly beforeAt: ValuesPath;
  readonly afterAt: ValuesPath;
}

/** The fields that differ, outer ones as a whole where one side has none. Items of lists are told apart by their names. */
export function fieldDifferences(before: JsonValue, after: JsonValue): FieldDifference[] {
  const found: FieldDifference[] = [];
  visit(before, after, { field: '', beforeAt: [], afterAt: [] }, found);
  return found;
}

function visit(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  at: Place,
  found: FieldDifference[],
): void {
  if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const field = formatPath([key]);
      const name = at.field === '' || field.startsWith('[') ? `${at.field}${field}` : `${at.field}.${field}`;
      const [had, has] = [Object.hasOwn(before, key), Object.hasOwn(after, key)];
      visit(had ? before[key] : undefined, has ? after[key] : undefined, below(at, name, key, key), found);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) visitLists(before, after, at, found);
  else if (JSON.stringify(before) !== JSON.stringify(after)) found.push({ ...at, before, after });
}

function visitLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  at: Place,
  found: FieldDifference[],
): void {
  const [names, others] = [namesOf(before), namesOf(after)];
  if (names !== undefined && others !== undefined) {
    for (const name of new Set([...names.keys(), ...others.keys()])) {
      const [i, j] = [names.get(name), others.get(name)];
      const place = below(at, `${at.field}[${name}]`, i ?? before.length, j ?? after.length);
      visit(i === undefined ? undefined : before[i], j === undefined ? undefined : after[j], place, found);
    }
    return;
  }
  for (let i = 0; i < Math.max(before.length, after.length); i++)
    visit(before[i], after[i], below(at, `${at.field}[${i}]`, i, i), found);
}

function below(at: Place, field: string, before: string | number, after: string | number): Place {
  return { field, beforeAt: [...at.beforeAt, before], afterAt: [...at.afterAt, after] };
}

/** The index of each item by its name; undefined when not every item has one of its own. */
function namesOf(list: readonly JsonValue[]): Map<string, number> | undefined {
  const names = new Map<string, number>();
  for (const [i, item] of list.entries()) {
    const name = isJsonObject(item) ? (item as JsonObject).name : undefined;
    if (typeof name !== 'string' || names.has(name)) return undefined;
    names.set(name, i);
  }
  return names;
}
