import type { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { Condition } from './attach-errors.ts';
import type { DescriptionContext } from './description.ts';
import type { Wording } from './wording.ts';

/** A value that a condition looks at, and whether it alone decides about it. */
interface Looked {
  readonly path: ValuesPath;
  readonly value: JsonValue | undefined;
  /** Whether the value does what the `if` asks for; undefined when that takes more than a glance. */
  readonly holds: boolean | undefined;
}

export interface Reason {
  /** ` because postgres.mode is "use_existing"`, or empty. */
  readonly words: string;
  readonly related: readonly { readonly at: ValuesPath; readonly message: string }[];
}

/** More facts than these make no sentence. */
const MOST = 3;

/** Why conditional parts of the schema apply, told by the values that their conditions look at. */
export function describeConditions(
  conditions: readonly Condition[],
  mistakePath: ValuesPath,
  { wording, references }: DescriptionContext,
): Reason {
  const clauses = new Map<string, Reason['related'][number]>();
  for (const condition of conditions) {
    for (const { path, value } of lookedAt(condition, references)) {
      if (path.length === mistakePath.length && path.every((segment, i) => segment === mistakePath[i]))
        continue;
      const words = `${wording.path(path)} is ${stateOf(path, value, wording)}`;
      clauses.set(words, { at: path, message: words });
    }
  }
  // That a map is there is no news beside the value of a key in it.
  const telling = [...clauses.values()].filter(({ message }) => !message.endsWith(' is set'));
  const all = telling.length > 0 ? telling : [...clauses.values()];
  if (all.length === 0) return { words: '', related: [] };
  const shown = all.slice(0, MOST);
  return {
    words: ` because ${listWords(
      shown.map(({ message }) => message),
      'and',
    )}`,
    related: shown,
  };
}

function stateOf(path: ValuesPath, value: JsonValue | undefined, wording: Wording): string {
  if (value === undefined) return 'not set';
  return typeof value === 'object' && value !== null ? 'set' : wording.value(path, value);
}

function lookedAt(condition: Condition, references: References): Looked[] {
  const { at, when } = condition;
  if (when === 'itself') return [{ path: at.path, value: at.value, holds: true }];
  if ('key' in when) {
    const value = isJsonObject(at.value) ? at.value[when.key] : undefined;
    return [{ path: [...at.path, when.key], value, holds: true }];
  }
  const looked: Looked[] = [];
  look(when.if, at.path, at.value, looked, references, 0);
  // Of several clauses of an `if`, those that do not hold are why the `else` applies.
  const deciding = looked.filter(({ holds }) => holds === undefined || holds === when.holds);
  return deciding.length > 0 ? deciding : looked;
}

function look(
  place: SchemaPlace,
  path: ValuesPath,
  value: JsonValue | undefined,
  looked: Looked[],
  references: References,
  depth: number,
): void {
  const { schema } = place;
  if (!isJsonObject(schema) || depth > 16) return;
  for (const target of references.follow(place)) look(target, path, value, looked, references, depth + 1);
  const { properties, required, const: only, enum: allowed, not } = schema;
  const entries = isJsonObject(properties) ? Object.keys(properties) : [];
  for (const key of entries) {
    const child = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    look(references.step(place, 'properties', key), [...path, key], child, looked, references, depth + 1);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[keyword];
    if (!Array.isArray(parts)) continue;
    for (const i of parts.keys())
      look(references.step(place, keyword, i), path, value, looked, references, depth + 1);
  }
  if (isJsonObject(not)) {
    const negated: Looked[] = [];
    look(references.step(place, 'not'), path, value, negated, references, depth + 1);
    for (const clause of negated) {
      looked.push({ ...clause, holds: clause.holds === undefined ? undefined : !clause.holds });
    }
  }
  if (Array.isArray(required)) {
    for (const key of required) {
      if (typeof key !== 'string' || entries.includes(key)) continue;
      const set = isJsonObject(value) && Object.hasOwn(value, key);
      looked.push({ path: [...path, key], value: set ? value[key] : undefined, holds: set });
    }
  }
  if (path.length === 0) return;
  if (only !== undefined) looked.push({ path, value, holds: isScalar(only) ? value === only : undefined });
  else if (Array.isArray(allowed)) {
    const holds = allowed.every(isScalar) ? allowed.includes(value ?? null) : undefined;
    looked.push({ path, value, holds });
  } else if (LEAF.some((keyword) => Object.hasOwn(schema, keyword)) && entries.length === 0) {
    looked.push({ path, value, holds: undefined });
  }
}

/** Keywords by which an `if` may ask about a value besides `const` and `enum`. */
const LEAF = [
  'contains',
  'format',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'pattern',
  'type',
];

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
