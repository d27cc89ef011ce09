import type { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import type { ValidationError } from '../json-schema/validate-function.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { FailingValue } from './index-errors.ts';

/**
 * Why a conditional part of the schema applies: its `if` holds or not, a key of the value is set, or the value itself is
 * what tells the branches of a choice apart.
 */
export interface Condition {
  readonly at: FailingValue;
  readonly when: { readonly if: SchemaPlace; readonly holds: boolean } | { readonly key: string } | 'itself';
}

/** What went wrong, in the shape of the schema. */
export type Failure =
  /** One keyword does not hold. */
  | {
      readonly kind: 'error';
      readonly at: FailingValue;
      readonly place: SchemaPlace;
      readonly error: ValidationError;
    }
  /** `anyOf` or `oneOf` does not hold; what went wrong in each branch. */
  | {
      readonly kind: 'choice';
      readonly at: FailingValue;
      readonly place: SchemaPlace;
      readonly error: ValidationError;
      readonly branches: readonly { readonly place: SchemaPlace; readonly failures: readonly Failure[] }[];
    }
  /** What went wrong inside another schema that applies to the value, or to one below it. */
  | {
      readonly kind: 'inside';
      readonly at: FailingValue;
      readonly place: SchemaPlace;
      readonly condition?: Condition;
      readonly failures: readonly Failure[];
    };

/**
 * Joins the errors with the schema they come from, by walking the schema along the failing values: so it is known through
 * which `$ref`, branch and condition each error came. Gives the failures at the root and the errors that no walk reached.
 */
export function attachErrors(
  references: References,
  root: FailingValue,
  errors: readonly ValidationError[],
): { failures: readonly Failure[]; unreached: ValidationError[] } {
  const reached = new Set<ValidationError>();
  /** A place and a value always fail in the same way, however one comes there. Also ends recursive schemas. */
  const known = new Map<string, Failure[]>();

  function walk(place: SchemaPlace, at: FailingValue): readonly Failure[] {
    const key = `${place.pointer} ${at.pointer}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const failures: Failure[] = [];
    known.set(key, failures);
    const enter = (next: SchemaPlace, value: FailingValue, condition?: Condition): void => {
      const inner = walk(next, value);
      if (inner.length === 0) return;
      const inside = { kind: 'inside', at: value, place: next, failures: inner } as const;
      failures.push(condition === undefined ? inside : { ...inside, condition });
    };

    for (const error of at.bySchema.get(place.pointer) ?? []) {
      reached.add(error);
      if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
        const branches = listAt(place, error.keyword).map((_, i) => {
          const branch = references.step(place, error.keyword, i);
          return { place: branch, failures: walk(branch, at) };
        });
        failures.push({ kind: 'choice', at, place, error, branches });
      } else if (error.keyword === 'if') {
        const applied = error.params.failingKeyword === 'else' ? 'else' : 'then';
        const when = { if: references.step(place, 'if'), holds: applied === 'then' };
        enter(references.step(place, applied), at, { at, when });
      } else {
        failures.push({ kind: 'error', at, place, error });
        // The errors inside are part of this one.
        if (error.keyword === 'propertyNames') walk(references.step(place, 'propertyNames'), at);
        if (error.keyword === 'contains') {
          for (const child of at.children.values()) walk(references.step(place, 'contains'), child);
        }
      }
    }

    const { schema } = place;
    if (!isJsonObject(schema)) return failures;
    for (const target of references.follow(place)) enter(target, at);
    for (const i of listAt(place, 'allOf').keys()) enter(references.step(place, 'allOf', i), at);
    for (const keyword of ['dependencies', 'dependentSchemas']) {
      const dependents = schema[keyword];
      if (!isJsonObject(dependents) || !isJsonObject(at.value)) continue;
      for (const key of Object.keys(dependents)) {
        if (Array.isArray(dependents[key]) || !Object.hasOwn(at.value, key)) continue;
        enter(references.step(place, keyword, key), at, { at, when: { key } });
      }
    }
    for (const [segment, child] of at.children) {
      for (const next of childPlaces(references, place, segment, Array.isArray(at.value))) enter(next, child);
    }
    return failures;
  }

  const failures = walk(references.root, root);
  return { failures, unreached: errors.filter((error) => !reached.has(error)) };
}

/** The schemas that may apply to one entry of a map or list; those that do not apply have no errors there. */
function* childPlaces(
  references: References,
  place: SchemaPlace,
  segment: string,
  inList: boolean,
): Iterable<SchemaPlace> {
  const schema = place.schema as Record<string, unknown>;
  if (inList) {
    for (const keyword of ['items', 'prefixItems']) {
      if (Array.isArray(schema[keyword])) yield references.step(place, keyword, segment);
      else if (schema[keyword] !== undefined) yield references.step(place, keyword);
    }
    for (const keyword of ['additionalItems', 'unevaluatedItems']) {
      if (schema[keyword] !== undefined) yield references.step(place, keyword);
    }
    return;
  }
  const { properties, patternProperties } = schema;
  if (isJsonObject(properties) && Object.hasOwn(properties, segment)) {
    yield references.step(place, 'properties', segment);
  }
  if (isJsonObject(patternProperties)) {
    for (const pattern of Object.keys(patternProperties))
      yield references.step(place, 'patternProperties', pattern);
  }
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    if (schema[keyword] !== undefined) yield references.step(place, keyword);
  }
}

function listAt(place: SchemaPlace, keyword: string): readonly unknown[] {
  const list = isJsonObject(place.schema) ? place.schema[keyword] : undefined;
  return Array.isArray(list) ? list : [];
}
