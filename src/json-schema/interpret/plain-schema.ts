import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { FOREIGN } from '../compile/prepare-schema.ts';
import type { Dialect } from '../dialect.ts';
import { resolveReference } from '../resolve-reference.ts';
import { DATA_KEYWORDS } from '../schema-keywords.ts';
import { isKeyList, KEYWORD_SHAPES, type Shape } from './keyword-shapes.ts';

/** What a schema without anything unusual has in it. */
export interface PlainSchema {
  /** It may say more than validators read: `x-chartlint`, `deprecated`. */
  readonly hasAnnotations: boolean;
  /** Maps and lists stand where the dialect has no keyword. */
  readonly hasUnknownParts: boolean;
}

/**
 * What is in a schema that can be interpreted: it is valid beyond doubt, every reference leads to a part of it, and it uses
 * nothing that only a compiler understands. Undefined for any other; it may still be valid.
 * @param pattern throws for what is no regular expression, and for what is to be told about it.
 * @param open references, as written, that lead to no document at hand: they take anything.
 */
export function plainSchema(
  root: JsonObject,
  dialect: Dialect,
  pattern: (text: string) => unknown,
  open: ReadonlySet<string>,
): PlainSchema | undefined {
  const reader = new PlainReader(root, dialect, pattern, open);
  return reader.isPlain() ? reader : undefined;
}

/** Local references without anything that a URI would have to escape. */
const PLAIN_REFERENCE = /^#(?:\/[\w.~$-]+)*$/;
const PLAIN_ID = /^https?:\/\/(?!json-schema\.org\b)[\w.-]+(?:\/[\w./-]*)?$/;

class PlainReader implements PlainSchema {
  hasAnnotations = false;
  hasUnknownParts = false;
  readonly #root: JsonObject;
  readonly #dialect: Dialect;
  readonly #pattern: (text: string) => unknown;
  readonly #open: ReadonlySet<string>;
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #foreign: ReadonlySet<string>;
  readonly #idKeyword: string;
  readonly #parts = new Set<unknown>();
  readonly #references = new Set<string>();

  constructor(
    root: JsonObject,
    dialect: Dialect,
    pattern: (text: string) => unknown,
    open: ReadonlySet<string>,
  ) {
    this.#open = open;
    this.#root = root;
    this.#dialect = dialect;
    this.#pattern = pattern;
    this.#shapes = new Map(Object.entries(KEYWORD_SHAPES[dialect]));
    this.#foreign = new Set(['$schema', ...FOREIGN[dialect]]);
    this.#idKeyword = dialect === 'draft-04' ? 'id' : '$id';
  }

  isPlain(): boolean {
    if (!this.#isSchema(this.#root)) return false;
    // What a reference leads to may refer to more.
    for (const reference of this.#references) if (!this.#isPlainReference(reference)) return false;
    return true;
  }

  /** Whether a part of the schema is meant; also one that stands where no keyword is, as in a library below `definitions`. */
  #isPlainReference(reference: string): boolean {
    if (this.#open.has(reference)) return true;
    if (!PLAIN_REFERENCE.test(reference)) return false;
    const target = resolveReference(this.#root, reference);
    if (this.#parts.has(target)) return true;
    const isData = reference.split('/').some((key) => DATA_KEYWORDS.has(key));
    return !isData && isJsonObject(target) && this.#isSchema(target);
  }

  #isSchema(schema: unknown): boolean {
    if (typeof schema === 'boolean') return this.#dialect !== 'draft-04';
    if (!isJsonObject(schema)) return false;
    this.#parts.add(schema);
    for (const key in schema) {
      const value = schema[key]!;
      if (this.#foreign.has(key)) this.#noteUnknown(value);
      else if (!this.#isKeyword(key, value, schema)) return false;
    }
    return this.#dialect !== 'draft-04' || hasBounds(schema);
  }

  #isKeyword(key: string, value: unknown, schema: JsonObject): boolean {
    const shape = this.#shapes.get(key);
    switch (shape) {
      case undefined:
        if (key === 'x-chartlint') this.hasAnnotations = true;
        else this.#noteUnknown(value);
        return !this.#mentionsNames(value);
      case 'schema':
        // draft-04 has `true` and `false` in these places alone.
        return (typeof value === 'boolean' && key.startsWith('additional')) || this.#isSchema(value);
      case 'items':
        return Array.isArray(value) ? this.#isList(value) : this.#isSchema(value);
      case 'list of schemas':
        return this.#isList(value);
      case 'map of schemas':
        return this.#isMap(value);
      case 'patterns':
        return this.#isMap(value) && Object.keys(value as JsonObject).every((text) => this.#isPattern(text));
      case 'dependencies':
        return this.#isMap(value, (part) => this.#isDependency(part));
      case 'pattern':
        return this.#isPattern(value);
      case 'reference':
        this.#references.add(String(value));
        return typeof value === 'string';
      case 'name':
        return key === this.#idKeyword && this.#isHarmlessId(value, schema);
      default:
        if (key === 'deprecated') this.hasAnnotations = true;
        return shape(value);
    }
  }

  /** A mere pointer, as some generators write it, names nothing. */
  #isHarmlessId(value: unknown, schema: JsonObject): boolean {
    if (typeof value !== 'string') return false;
    return schema === this.#root ? PLAIN_ID.test(value) : value.startsWith('#/') && schema.$ref === undefined;
  }

  #isList(value: unknown): boolean {
    return Array.isArray(value) && value.length > 0 && value.every((schema) => this.#isSchema(schema));
  }

  #isMap(value: unknown, holds = (part: unknown): boolean => this.#isSchema(part)): boolean {
    if (!isJsonObject(value) || Object.hasOwn(value, '__proto__')) return false;
    for (const key in value) if (!holds(value[key])) return false;
    return true;
  }

  #isDependency(value: unknown): boolean {
    if (!Array.isArray(value)) return this.#isSchema(value);
    return isKeyList(value) && (this.#dialect !== 'draft-04' || value.length > 0);
  }

  #isPattern(value: unknown): boolean {
    if (typeof value !== 'string') return false;
    try {
      this.#pattern(value);
      return true;
    } catch {
      return false;
    }
  }

  #noteUnknown(value: unknown): void {
    if (typeof value === 'object' && value !== null) this.hasUnknownParts = true;
  }

  /** ajv looks for names of schemas below keywords that it does not know, too. */
  #mentionsNames(value: unknown): boolean {
    if (Array.isArray(value)) return value.some((part) => this.#mentionsNames(part));
    if (!isJsonObject(value)) return false;
    return (
      [this.#idKeyword, '$anchor', '$dynamicAnchor'].some((name) => Object.hasOwn(value, name)) ||
      Object.values(value).some((part) => this.#mentionsNames(part))
    );
  }
}

/** The flags of draft-04 stand beside the bounds that they make strict. */
function hasBounds({ exclusiveMaximum, maximum, exclusiveMinimum, minimum }: JsonObject): boolean {
  return (
    (exclusiveMaximum === undefined || maximum !== undefined) &&
    (exclusiveMinimum === undefined || minimum !== undefined)
  );
}
