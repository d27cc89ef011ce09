import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { asDraft07 } from './as-draft-07.ts';
import { locateReference, type ReferenceTarget } from './locate-reference.ts';
import { annotationsOf } from './schema-annotations.ts';
import type { ReadSchema, SchemaDocument } from './schema-document.ts';

/** The start of every reference that a bundle writes. */
export const DEFINITIONS = '#/definitions/';

/**
 * Copies schemas of any draft into one draft-07 document. What their `$ref`s name, in their own or in other files, becomes a
 * definition of the one document; definitions that nothing refers to are left behind.
 */
export class SchemaBundle {
  readonly #read: ReadSchema;
  /** By the schema that a definition is a copy of; `true` and `false` are the same everywhere. */
  readonly #names = new Map<JsonSchema, string>();
  readonly definitions: JsonObject = {};
  /** References that name nothing at hand, as written; their places accept anything. */
  readonly unresolved = new Set<string>();

  constructor(read: ReadSchema) {
    this.#read = read;
  }

  /** A copy of the document's schema whose references lead into `definitions`. */
  add(document: SchemaDocument): JsonObject {
    const copied = this.#copy(document.schema as JsonValue, document);
    return isJsonObject(copied) ? copied : {};
  }

  #copy(part: JsonValue, document: SchemaDocument): JsonValue {
    if (!isJsonObject(part)) return part;
    const { $defs, definitions, ...rest } = part;
    if (typeof rest.$ref === 'string') return this.#reference(rest.$ref, rest, document);
    return asDraft07(mapSubschemas(rest, (below) => this.#copy(below, document)));
  }

  #reference(reference: string, schema: JsonObject, document: SchemaDocument): JsonObject {
    const target = locateReference(reference, document, this.#read);
    const { $ref, ...siblings } = schema;
    // Up to draft-07 validators ignore what stands beside a reference; the words there are still meant for people.
    const beside = ignoresSiblings(document)
      ? annotationsOf(siblings)
      : asDraft07(mapSubschemas(siblings, (below) => this.#copy(below, document)));
    if (target === undefined) {
      this.unresolved.add(reference);
      return beside;
    }
    const $to = { $ref: DEFINITIONS + this.#define(target) };
    const asserts = Object.keys(beside).length > Object.keys(annotationsOf(beside)).length;
    if (!asserts) return { ...$to, ...beside };
    return { ...beside, allOf: [$to, ...(Array.isArray(beside.allOf) ? beside.allOf : [])] };
  }

  #define({ document, schema, name }: ReferenceTarget): string {
    const known = this.#names.get(schema);
    if (known !== undefined) return known;
    const base = name.replaceAll(/[^\w.-]/g, '-');
    let free = base;
    for (let i = 2; Object.hasOwn(this.definitions, free); i++) free = `${base}-${i}`;
    this.#names.set(schema, free);
    // Holds the place while the schema refers to itself.
    this.definitions[free] = {};
    this.definitions[free] = this.#copy(schema as JsonValue, document);
    return free;
  }
}

function ignoresSiblings({ schema }: SchemaDocument): boolean {
  return (
    typeof schema === 'object' && typeof schema.$schema === 'string' && /draft-0[3-7]/.test(schema.$schema)
  );
}
