import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { resolveReference } from '../model/resolve-reference.ts';
import { ARRAY_CHECKS, ARRAY_CHECKS_2019, ARRAY_CHECKS_2020 } from './check-array.ts';
import { CHOICE_CHECKS } from './check-choice.ts';
import { OBJECT_CHECKS, OBJECT_CHECKS_2019 } from './check-object.ts';
import { DRAFT_04_NUMBER_CHECKS, NUMBER_CHECKS, STRING_CHECKS } from './check-scalar.ts';
import { hasType, TYPE_CHECKS, typesOf } from './check-types.ts';
import { assertsFormat, type Dialect } from './dialect.ts';
import { FOREIGN, pointerSegment } from './prepare-schema.ts';
import { type Check, inTurn, type KeywordCheck, type SchemaPart, SchemaRun } from './schema-run.ts';
import type { ValidateFunction } from './validate-function.ts';

type Checks = Readonly<Record<string, KeywordCheck>>;

/**
 * A validator that follows the schema instead of compiling it: nothing is made of a part before a value reaches it. It gives
 * the errors that the compiled schema gives, in the same order, without messages. The schema must be plain
 * (`plainSchema`).
 */
export function interpretSchema(
  schema: JsonObject,
  dialect: Dialect,
  pattern: (text: string) => RegExp,
): ValidateFunction {
  const check = new Interpreter(schema, dialect, pattern).check(schema, '#');
  const validate: ValidateFunction = (data) => {
    const run = new SchemaRun();
    check(data, run);
    validate.errors = run.errors.length === 0 ? null : run.errors;
    return run.errors.length === 0;
  };
  return validate;
}

class Interpreter {
  readonly #root: JsonObject;
  readonly #pattern: (text: string) => RegExp;
  readonly #foreign: ReadonlySet<string>;
  /** Up to draft-07 what stands beside a `$ref` is ignored. */
  readonly #siblingsIgnored: boolean;
  /** The keywords about each type, in the order in which ajv applies them. */
  readonly #typed: Readonly<Record<string, Checks>>;
  readonly #targets = new Map<string, Check>();

  constructor(root: JsonObject, dialect: Dialect, pattern: (text: string) => RegExp) {
    this.#root = root;
    this.#pattern = pattern;
    this.#foreign = new Set(FOREIGN[dialect]);
    this.#siblingsIgnored = dialect.startsWith('draft-');
    this.#typed = typedChecks(dialect);
  }

  /** Made when it first runs: most parts of a schema are about values that nobody sets. */
  check(schema: unknown, pointer: string): Check {
    let made: Check | undefined;
    return (data, run) => {
      made ??= this.#make(schema, pointer);
      made(data, run);
    };
  }

  #make(schema: unknown, pointer: string): Check {
    if (!isJsonObject(schema)) {
      if (schema !== false) return () => {};
      return (_, run) => run.fail('false schema', `${pointer}/false schema`, {});
    }
    const own = this.#own(schema);
    const part: SchemaPart = {
      schema: own,
      pointer,
      pattern: this.#pattern,
      below: (...keys) => {
        const below = keys.reduce<unknown>((parent, key) => (parent as JsonObject)[key], schema);
        return this.check(
          below,
          keys.reduce<string>((at, key) => `${at}/${pointerSegment(String(key))}`, pointer),
        );
      },
    };
    return inTurn(this.#checks(part));
  }

  /** Without what the dialect does not know. */
  #own(schema: JsonObject): JsonObject {
    if (!Object.keys(schema).some((key) => this.#foreign.has(key))) return schema;
    return Object.fromEntries(Object.entries(schema).filter(([key]) => !this.#foreign.has(key)));
  }

  #checks(part: SchemaPart): Check[] {
    const { schema, pointer } = part;
    const types = typesOf(schema);
    const [type = ''] = types.length === 1 ? types : [];
    const wrongType: Check = (_, run) => run.fail('type', `${pointer}/type`, { type: schema.type });
    // With keywords about its only type, ajv tells a wrong type behind the keywords about any.
    const isOfGroup = keywordsIn(schema, this.#typed[type]).length > 0;
    const checks: Check[] = [];
    if (types.length > 0 && !isOfGroup) {
      const fits = hasType(types);
      checks.push((data, run) => {
        if (!fits(data)) wrongType(data, run);
      });
    }
    if (typeof schema.$ref === 'string') {
      checks.push(this.#reference(schema.$ref));
      if (this.#siblingsIgnored) return checks;
    }
    checks.push(...made(part, CHOICE_CHECKS));
    for (const [name, group] of Object.entries(this.#typed)) {
      if (keywordsIn(schema, group).length === 0) continue;
      const applies = TYPE_CHECKS[name]!;
      const ofGroup = inTurn(made(part, group));
      checks.push((data, run) => {
        if (applies(data)) ofGroup(data, run);
        else if (name === type) wrongType(data, run);
      });
    }
    return checks;
  }

  #reference(reference: string): Check {
    // It leads to no document at hand.
    if (!reference.startsWith('#')) return () => {};
    const pointer = `#${parsePointer(reference.slice(1))
      .map((key) => `/${pointerSegment(key)}`)
      .join('')}`;
    const target = this.#targets.get(pointer) ?? this.check(resolveReference(this.#root, reference), pointer);
    this.#targets.set(pointer, target);
    return (data, run) => {
      const { propertyName } = run;
      run.propertyName = undefined;
      target(data, run);
      run.propertyName = propertyName;
    };
  }
}

function typedChecks(dialect: Dialect): Readonly<Record<string, Checks>> {
  const isNew = dialect === '2019-09' || dialect === '2020-12';
  const { format, ...string } = STRING_CHECKS;
  return {
    number: dialect === 'draft-04' ? DRAFT_04_NUMBER_CHECKS : NUMBER_CHECKS,
    string: assertsFormat(dialect) ? STRING_CHECKS : { ...string, format: () => undefined },
    array: dialect === '2020-12' ? ARRAY_CHECKS_2020 : isNew ? ARRAY_CHECKS_2019 : ARRAY_CHECKS,
    object: isNew ? OBJECT_CHECKS_2019 : OBJECT_CHECKS,
  };
}

function keywordsIn(schema: SchemaPart['schema'], checks: Checks = {}): string[] {
  return Object.keys(checks).filter((keyword) => schema[keyword] !== undefined);
}

function made(part: SchemaPart, checks: Checks): Check[] {
  return keywordsIn(part.schema, checks)
    .map((keyword) => checks[keyword]!(part))
    .filter((check) => check !== undefined);
}
