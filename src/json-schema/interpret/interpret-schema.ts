import { parsePointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { FOREIGN, pointerSegment } from '../compile/prepare-schema.ts';
import { assertsFormat, type Dialect } from '../dialect.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { ValidateFunction } from '../validate-function.ts';
import { ARRAY_CHECKS, ARRAY_CHECKS_2019, ARRAY_CHECKS_2020 } from './check-array.ts';
import { CHOICE_CHECKS } from './check-choice.ts';
import { OBJECT_CHECKS, OBJECT_CHECKS_2019 } from './check-object.ts';
import { DRAFT_04_NUMBER_CHECKS, NUMBER_CHECKS, STRING_CHECKS } from './check-scalar.ts';
import { hasType, TYPE_CHECKS, typesOf } from './check-types.ts';
import { type Check, inTurn, type KeywordCheck, type SchemaPart, SchemaRun } from './schema-run.ts';

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
  readonly #keywords: ReadonlyMap<string, readonly Keyword[]>;
  readonly #targets = new Map<string, Check>();

  constructor(root: JsonObject, dialect: Dialect, pattern: (text: string) => RegExp) {
    this.#root = root;
    this.#pattern = pattern;
    this.#foreign = new Set(FOREIGN[dialect]);
    this.#siblingsIgnored = dialect.startsWith('draft-');
    this.#keywords = keywordsOf(dialect);
  }

  /** Made when it first runs: most parts of a schema are about values that nobody sets. */
  check(schema: unknown, pointer: string, keys: readonly (string | number)[] = []): Check {
    let made: Check | undefined;
    return (data, run) => {
      made ??= this.#make(
        schema,
        keys.reduce<string>((at, key) => `${at}/${pointerSegment(String(key))}`, pointer),
      );
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
        return this.check(below, pointer, keys);
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
    const keywords = this.#keywordsIn(schema);
    const isOfGroup = keywords.some((keyword) => keyword.type === type);
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

  /** The keywords of a schema that somebody checks, in the order in which ajv applies them. */
  #keywordsIn(schema: SchemaPart['schema']): Keyword[] {
    const keywords: Keyword[] = [];
    for (const name in schema) {
      const known = this.#keywords.get(name);
      if (known !== undefined && schema[name] !== undefined) keywords.push(...known);
    }
    return keywords.length < 2 ? keywords : keywords.sort((a, b) => a.order - b.order);
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

/** A keyword with the type that it is about, if any; `format` is about two. */
interface Keyword {
  readonly type: string | undefined;
  readonly order: number;
  readonly check: KeywordCheck;
}

function keywordsOf(dialect: Dialect): ReadonlyMap<string, readonly Keyword[]> {
  const isNew = dialect === '2019-09' || dialect === '2020-12';
  const groups: readonly (readonly [type: string | undefined, checks: Checks])[] = [
    [undefined, CHOICE_CHECKS],
    ['number', dialect === 'draft-04' ? DRAFT_04_NUMBER_CHECKS : NUMBER_CHECKS],
    ['string', assertsFormat(dialect) ? STRING_CHECKS : { ...STRING_CHECKS, format: () => undefined }],
    ['array', dialect === '2020-12' ? ARRAY_CHECKS_2020 : isNew ? ARRAY_CHECKS_2019 : ARRAY_CHECKS],
    ['object', isNew ? OBJECT_CHECKS_2019 : OBJECT_CHECKS],
  ];
  const keywords = new Map<string, Keyword[]>();
  let order = 0;
  for (const [type, checks] of groups) {
    for (const [name, check] of Object.entries(checks)) {
      const known = keywords.get(name) ?? [];
      keywords.set(name, known);
      known.push({ type, check, order: order++ });
    }
  }
  return keywords;
}
