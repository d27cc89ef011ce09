import { isJsonObject } from '../../model/json-value.ts';
import type { Dialect } from '../dialect.ts';
import { isOnlyReference, type References } from '../references.ts';
import { type SchemaPlace, stepInto } from '../schema-place.ts';
import type { ValidateFunction } from '../validate-function.ts';
import { hasType, TYPE_CHECKS, typesOf } from './check-types.ts';
import { Evaluated } from './evaluated.ts';
import { followedOnce } from './followed-once.ts';
import { type CheckedKeyword, keywordGroups } from './keyword-groups.ts';
import { type Check, inTurn, type Pattern, type SchemaPart, SchemaRun } from './schema-run.ts';

/**
 * A validator that follows the schema: nothing is made of a part before a value reaches it, and no code is made of it. It
 * gives the errors that ajv gives, in the same order, without messages; where ajv and Helm's engine differ, it is Helm's that
 * is meant. The schema must be valid (`readSchema`). The validator throws a SchemaLimit when it takes more than it may.
 */
export function interpretSchema(
  references: References,
  dialect: Dialect,
  pattern: (text: string) => Pattern,
): ValidateFunction {
  const root = { ...references.root, dialect };
  const check = new Interpreter(references, pattern).check(root, []);
  const validate: ValidateFunction = (data) => {
    const run = new SchemaRun();
    run.scope.push(root.base);
    check(data, run);
    validate.errors = run.errors.length === 0 ? null : run.errors;
    return run.errors.length === 0;
  };
  return validate;
}

class Interpreter {
  readonly #references: References;
  readonly #pattern: (text: string) => Pattern;
  readonly #targets = new Map<string, Check>();

  constructor(references: References, pattern: (text: string) => Pattern) {
    this.#references = references;
    this.#pattern = pattern;
  }

  /** Made when it first runs: most parts of a schema are about values that nobody sets. */
  check(from: SchemaPlace, keys: readonly (string | number)[]): Check {
    let made: Check | undefined;
    return (data, run) => {
      made ??= this.#enter(stepInto(from, keys), from);
      made(data, run);
    };
  }

  /** The check of a place, which may be in a resource of its own. */
  #enter(place: SchemaPlace, from: SchemaPlace): Check {
    const check = this.#make(place);
    if (place.base === from.base) return check;
    return (data, run) => {
      run.scope.push(place.base);
      check(data, run);
      run.scope.pop();
    };
  }

  #make(place: SchemaPlace): Check {
    const { schema, pointer } = place;
    if (!isJsonObject(schema)) {
      if (schema !== false) return () => {};
      return (_, run) => run.fail('false schema', `${pointer}/false schema`, {});
    }
    const groups = keywordGroups(place.dialect);
    const known = groups.known(schema);
    const keywords = groups.keywordsIn(known);
    if (keywords.length === 0 && !refers(known)) return ofType(known, pointer);
    const part: SchemaPart = {
      schema: known,
      pointer,
      tracks: groups.tracks,
      pattern: this.#pattern,
      below: (...keys) => this.check(place, keys),
      now: (...keys) => this.#enter(stepInto(place, keys), place),
    };
    const check = inTurn(this.#checks(part, place, keywords));
    const { unevaluatedProperties, unevaluatedItems } = part.schema;
    if (!groups.tracks || (unevaluatedProperties === undefined && unevaluatedItems === undefined))
      return check;
    return (data, run) => {
      const outer = run.evaluated;
      run.evaluated = new Evaluated();
      check(data, run);
      outer?.add(run.evaluated);
      run.evaluated = outer;
    };
  }

  #checks(part: SchemaPart, place: SchemaPlace, keywords: readonly CheckedKeyword[]): Check[] {
    const { schema, pointer } = part;
    const types = typesOf(schema);
    const [type = ''] = types.length === 1 ? types : [];
    const wrongType = ofWrongType(schema, pointer);
    // With keywords about its only type, ajv tells a wrong type behind the keywords about any.
    const isOfGroup = keywords.some((keyword) => keyword.type === type);
    const checks: Check[] = [];
    if (types.length > 0 && !isOfGroup) checks.push(ofType(schema, pointer));
    checks.push(...this.#referring(part, place));
    if (isOnlyReference(schema, place.dialect)) return checks;
    for (let i = 0; i < keywords.length; ) {
      const about = keywords[i]!.type;
      const group: Check[] = [];
      for (; keywords[i]?.type === about && i < keywords.length; i++) {
        const check = keywords[i]!.check(part);
        if (check !== undefined) group.push(check);
      }
      if (about === undefined) {
        checks.push(...group);
        continue;
      }
      const applies = TYPE_CHECKS[about]!;
      const ofGroup = inTurn(group);
      checks.push((data, run) => {
        if (applies(data)) ofGroup(data, run);
        else if (about === type) wrongType(data, run);
      });
    }
    return checks;
  }

  #referring({ schema }: SchemaPart, place: SchemaPlace): Check[] {
    const checks: Check[] = [];
    const { $ref, $dynamicRef, $recursiveRef } = schema;
    if (typeof $ref === 'string') checks.push(this.#reference($ref, place));
    if (typeof $recursiveRef === 'string') checks.push(this.#dynamic($recursiveRef, place));
    if (typeof $dynamicRef === 'string') checks.push(this.#dynamic($dynamicRef, place));
    return checks;
  }

  #reference(reference: string, from: SchemaPlace): Check {
    const { place } = this.#references.resolve(reference, from);
    // It leads to no document at hand.
    return place === undefined ? () => {} : this.#target(place, from);
  }

  /** The target is made once for all references to it. */
  #target(place: SchemaPlace, from: SchemaPlace): Check {
    const known = this.#targets.get(place.pointer);
    const target = known ?? followedOnce(place.pointer, () => this.#make(place));
    this.#targets.set(place.pointer, target);
    if (place.base === from.base) return target;
    return (data, run) => {
      run.scope.push(place.base);
      target(data, run);
      run.scope.pop();
    };
  }

  /** Leads to the place of the name in the outermost resource that has it, if the nearest place says that this is meant. */
  #dynamic(reference: string, from: SchemaPlace): Check {
    const { place, fragment } = this.#references.resolve(reference, from);
    if (place === undefined) return () => {};
    const { schema } = place;
    const isMeant =
      isJsonObject(schema) &&
      (fragment === '' ? schema.$recursiveAnchor === true : schema.$dynamicAnchor === fragment);
    if (!isMeant) return this.#target(place, from);
    const targets = this.#references.dynamicTargets(fragment);
    const checks = new Map<string, Check>();
    return (data, run) => {
      const uri = run.scope.find((one) => targets.has(one)) ?? place.base;
      const check = checks.get(uri) ?? this.#target(targets.get(uri) ?? place, from);
      checks.set(uri, check);
      check(data, run);
    };
  }
}

/** Whether the schema leads to another one. */
function refers({ $ref, $dynamicRef, $recursiveRef }: SchemaPart['schema']): boolean {
  return $ref !== undefined || $dynamicRef !== undefined || $recursiveRef !== undefined;
}

/** The check of the types that the schema names, if any: all that most parts of schemas say. */
function ofType(schema: SchemaPart['schema'], pointer: string): Check {
  const types = typesOf(schema);
  if (types.length === 0) return () => {};
  const fits = hasType(types);
  const wrongType = ofWrongType(schema, pointer);
  return (data, run) => {
    if (!fits(data)) wrongType(data, run);
  };
}

function ofWrongType(schema: SchemaPart['schema'], pointer: string): Check {
  return (_, run) => run.fail('type', `${pointer}/type`, { type: schema.type });
}
