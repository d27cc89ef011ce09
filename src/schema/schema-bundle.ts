import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { isOnlyReference, References } from '../json-schema/references.ts';
import { resourceOf, type SchemaPlace } from '../json-schema/schema-place.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { asDraft07 } from './as-draft-07.ts';
import { annotationsOf } from './schema-annotations.ts';
import type { ReadSchema, SchemaDocument } from './schema-document.ts';

/** The start of every reference that a bundle writes. */
export const DEFINITIONS = '#/definitions/';

/** What the references of a part start from. */
interface Home extends Pick<SchemaPlace, 'base' | 'dialect'> {
  readonly references: References;
}

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
  add({ file, schema }: SchemaDocument): JsonObject {
    const base = this.#read.uriOf(file);
    const references = new References(schema, { base, load: (uri) => this.#read.load(uri) });
    const copied = this.#copy(schema as JsonValue, { ...references.root, base, references });
    return isJsonObject(copied) ? copied : {};
  }

  #copy(part: JsonValue, around: Home): JsonValue {
    if (!isJsonObject(part)) return part;
    const home: Home = { ...around, ...resourceOf(part, around.base, around.dialect) };
    const { $defs, definitions, ...rest } = part;
    if (typeof rest.$ref === 'string') return this.#reference(rest.$ref, rest, home);
    return asDraft07(mapSubschemas(rest, (below) => this.#copy(below, home)));
  }

  #reference(reference: string, schema: JsonObject, home: Home): JsonObject {
    const { base, dialect, references } = home;
    const { place, fragment } = references.resolve(reference, { schema, pointer: '', base, dialect });
    const { $ref, ...siblings } = schema;
    // Up to draft-07 validators ignore what stands beside a reference; the words there are still meant for people.
    const beside = isOnlyReference(schema, dialect)
      ? annotationsOf(siblings)
      : asDraft07(mapSubschemas(siblings, (below) => this.#copy(below, home)));
    const target = place?.schema as JsonValue | undefined;
    if (place === undefined || (typeof target !== 'boolean' && !isJsonObject(target))) {
      this.unresolved.add(reference);
      return beside;
    }
    const name = fragment === '' ? nameOfFile(place.base) : (fragment.split('/').at(-1) ?? fragment);
    const $to = { $ref: DEFINITIONS + this.#define(target, name, { ...place, references }) };
    const asserts = Object.keys(beside).length > Object.keys(annotationsOf(beside)).length;
    if (!asserts) return { ...$to, ...beside };
    return { ...beside, allOf: [$to, ...(Array.isArray(beside.allOf) ? beside.allOf : [])] };
  }

  #define(schema: boolean | JsonObject, name: string, home: Home): string {
    const known = this.#names.get(schema);
    if (known !== undefined) return known;
    const base = name.replaceAll(/[^\w.-]/g, '-');
    let free = base;
    for (let i = 2; Object.hasOwn(this.definitions, free); i++) free = `${base}-${i}`;
    this.#names.set(schema, free);
    // Holds the place while the schema refers to itself.
    this.definitions[free] = {};
    this.definitions[free] = this.#copy(schema, home);
    return free;
  }
}

/** The last word of a URI or path without its endings: `port` of `https://example.com/port.schema.json`. */
function nameOfFile(file: string): string {
  return (file.split(/[/\\:]/).at(-1) ?? file).replace(/(\.schema)?\.json$/, '') || 'schema';
}
