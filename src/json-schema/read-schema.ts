import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { Dialect } from './dialect.ts';
import { isKeyList } from './keyword-shapes.ts';
import { type Keyword, keywordsOf } from './keywords.ts';
import type { References } from './references.ts';
import type { SchemaMistake } from './schema-mistake.ts';
import { resourceOf, type SchemaPlace } from './schema-place.ts';

/** A reference of a schema, and where it is written. */
export interface WrittenReference {
  readonly text: string;
  readonly from: SchemaPlace;
  readonly at: readonly string[];
}

/** What one pass over a schema finds, without knowing where its references lead. */
export interface ReadSchema {
  /** Places that the schema for schemas has to judge; most schemas are valid beyond doubt. */
  readonly doubtful: readonly SchemaPlace[];
  readonly references: readonly WrittenReference[];
  readonly mistakes: readonly SchemaMistake[];
  /** It may say more than validators read: `x-chartlint`, `deprecated`. */
  readonly hasAnnotations: boolean;
  /** Maps and lists stand where the dialect has no keyword. */
  readonly hasUnknownParts: boolean;
}

/** What is wrong with a pattern, but for its place. */
export type PatternMistake =
  | Omit<SchemaMistake & { kind: 'pattern' }, 'at'>
  | Omit<SchemaMistake & { kind: 'refused pattern' }, 'at'>;

/** Reads the schema at the root, and what its references lead to where no keyword says that a schema stands. */
export function readSchema(
  references: References,
  dialect: Dialect,
  pattern: (text: string) => PatternMistake | undefined,
): ReadSchema {
  const reader = new SchemaReader(references, dialect, pattern);
  reader.read();
  return reader;
}

class SchemaReader implements ReadSchema {
  readonly doubtful: SchemaPlace[] = [];
  readonly references: WrittenReference[] = [];
  readonly mistakes: SchemaMistake[] = [];
  hasAnnotations = false;
  hasUnknownParts = false;
  readonly #all: References;
  readonly #pattern: (text: string) => PatternMistake | undefined;
  readonly #parts = new Set<unknown>();
  readonly #seen = new Set<string>();
  readonly #path: string[] = [];
  /** Of the part that is being read. */
  #keywords: ReadonlyMap<string, Keyword>;
  #base: string;
  #dialect: Dialect;
  #isDoubtful = false;

  constructor(
    references: References,
    dialect: Dialect,
    pattern: (text: string) => PatternMistake | undefined,
  ) {
    this.#all = references;
    this.#pattern = pattern;
    this.#dialect = dialect;
    this.#base = references.root.base;
    this.#keywords = keywordsOf(dialect);
  }

  read(): void {
    const { root } = this.#all;
    this.#readFrom({ ...root, dialect: this.#dialect });
    // What a reference leads to may refer to more.
    for (const { text, from } of this.references) {
      const { place } = this.#all.resolve(text, from);
      if (place === undefined || this.#parts.has(place.schema)) continue;
      if (isJsonObject(place.schema)) {
        this.#all.index(place);
        this.#readFrom(place);
      } else if (typeof place.schema !== 'boolean') this.doubtful.push(place);
    }
  }

  #readFrom(place: SchemaPlace): void {
    this.#isDoubtful = false;
    this.#path.length = 0;
    // In another document the keys say nothing about this one.
    if (place.pointer.startsWith('#/'))
      this.#path.push(...parsePointer(decodeURIComponent(place.pointer.slice(1))));
    this.#within(place.base, place.dialect, () => this.#schema(place.schema));
    if (this.#isDoubtful) this.doubtful.push(place);
  }

  #within(base: string, dialect: Dialect, read: () => void): void {
    const [outerBase, outerDialect, outerKeywords] = [this.#base, this.#dialect, this.#keywords];
    this.#base = base;
    if (dialect !== outerDialect) {
      this.#dialect = dialect;
      this.#keywords = keywordsOf(dialect);
    }
    read();
    this.#base = outerBase;
    this.#dialect = outerDialect;
    this.#keywords = outerKeywords;
  }

  #schema(schema: unknown): void {
    if (!isJsonObject(schema)) {
      if (typeof schema !== 'boolean' || this.#dialect === 'draft-04') this.#isDoubtful = true;
      return;
    }
    if (this.#parts.has(schema)) return;
    this.#parts.add(schema);
    if (schema.$id === undefined && schema.id === undefined) {
      this.#entries(schema);
      return;
    }
    const { base, dialect } = resourceOf(schema, this.#base, this.#dialect);
    this.#within(base, dialect, () => this.#entries(schema));
  }

  #entries(schema: JsonObject): void {
    for (const key in schema) {
      this.#path.push(key);
      this.#keyword(key, schema[key], schema);
      this.#path.pop();
    }
    if (this.#dialect === 'draft-04' && !hasBounds(schema)) this.#isDoubtful = true;
  }

  #keyword(key: string, value: unknown, schema: JsonObject): void {
    const keyword = this.#keywords.get(key);
    switch (keyword?.holds) {
      case undefined:
        this.#unknown(value);
        break;
      case 'schema':
        // draft-04 has `true` and `false` in these places alone.
        if (typeof value !== 'boolean' || !key.startsWith('additional')) this.#schema(value);
        break;
      case 'schema or list of schemas':
        if (Array.isArray(value) && this.#dialect !== '2020-12') this.#list(value);
        else this.#schema(value);
        break;
      case 'list of schemas':
        this.#list(value);
        break;
      case 'map of schemas':
      case 'map of patterns to schemas':
      case 'map of schemas or keys':
        this.#map(value, keyword.holds);
        break;
      case 'pattern':
        this.#readPattern(value);
        break;
      case 'reference':
        this.#reference(value, schema);
        break;
      case 'name':
        if (typeof value !== 'string' || !PLAIN_NAME.test(value)) this.#isDoubtful = true;
        break;
      case 'data':
        if (key === 'x-chartlint' || key === 'deprecated') this.hasAnnotations = true;
        if (keyword.fits?.(value) === false) this.#isDoubtful = true;
    }
  }

  #unknown(value: unknown): void {
    if (typeof value === 'object' && value !== null) this.hasUnknownParts = true;
  }

  #list(value: unknown): void {
    if (!Array.isArray(value) || value.length === 0) {
      this.#isDoubtful = true;
      return;
    }
    for (const [i, schema] of value.entries()) {
      this.#path.push(String(i));
      this.#schema(schema);
      this.#path.pop();
    }
  }

  #map(value: unknown, holds: Keyword['holds']): void {
    if (!isJsonObject(value)) {
      this.#isDoubtful = true;
      return;
    }
    for (const key in value) {
      this.#path.push(key);
      if (holds === 'map of patterns to schemas') this.#readPattern(key);
      if (holds === 'map of schemas or keys' && Array.isArray(value[key])) this.#keys(value[key]);
      else this.#schema(value[key]);
      this.#path.pop();
    }
  }

  #keys(value: unknown[]): void {
    if (!isKeyList(value) || (this.#dialect === 'draft-04' && value.length === 0)) this.#isDoubtful = true;
  }

  #readPattern(value: unknown): void {
    if (typeof value !== 'string') {
      this.#isDoubtful = true;
      return;
    }
    const mistake = this.#pattern(value);
    if (mistake !== undefined) this.mistakes.push({ ...mistake, at: [...this.#path] });
  }

  #reference(text: unknown, schema: JsonObject): void {
    if (typeof text !== 'string') {
      this.#isDoubtful = true;
      return;
    }
    const identity = `${this.#base} ${text}`;
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    const from: SchemaPlace = { schema, pointer: '', base: this.#base, dialect: this.#dialect };
    this.references.push({ text, from, at: [...this.#path] });
  }
}

/** Names that every schema for schemas takes. */
const PLAIN_NAME = /^[A-Za-z_][\w.~:/-]*#?$|^#[/\w.~:-]*$/;

/** The flags of draft-04 stand beside the bounds that they make strict. */
function hasBounds({ exclusiveMaximum, maximum, exclusiveMinimum, minimum }: JsonObject): boolean {
  return (
    (exclusiveMaximum === undefined || maximum !== undefined) &&
    (exclusiveMinimum === undefined || minimum !== undefined)
  );
}
