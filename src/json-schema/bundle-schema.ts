import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer, toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { dialectOf } from './dialect.ts';
import { resolveReference } from './resolve-reference.ts';
import { DATA_KEYWORDS, MAP_KEYWORDS } from './schema-keywords.ts';

/** A reference from one schema document to another. */
export interface ExternalReference {
  /** As written: `common.json#/definitions/port`. */
  readonly text: string;
  /** The document that it names, absolute. */
  readonly uri: string;
  /** The URI of the document that holds it, and the keys that lead to it there. */
  readonly from: string;
  readonly at: readonly string[];
  /** Whether the document is there, and in it what the reference names. */
  readonly found: 'yes' | 'no document' | 'nothing there';
}

export interface BundledSchema {
  /** The schema itself when it refers to no other document. */
  readonly schema: JsonSchema;
  readonly references: readonly ExternalReference[];
  /** Which document each of the added `definitions` holds. */
  readonly documents: ReadonlyMap<string, string>;
}

/**
 * Puts the documents that a schema refers to into its `definitions`, so that all that follows local references sees them.
 * `base` is the schema's own URI, relative references start there unless its `$id` says otherwise, as in every validator.
 * References that `load` knows no document for stay as they are.
 */
export function bundleSchema(
  schema: JsonSchema,
  base: string,
  load: (uri: string) => JsonSchema | undefined,
): BundledSchema {
  if (typeof schema === 'boolean') return { schema, references: [], documents: new Map() };
  const bundle = new Bundle(schema, base, load);
  return { schema: bundle.root(), references: bundle.references, documents: bundle.documents };
}

interface Document {
  readonly uri: string;
  readonly schema: JsonSchema;
  /** Undefined for the root. */
  readonly key: string | undefined;
  /** Where the schemas with an `$id` of their own stand, by that; names in front of which stands a `#`, too. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

class Bundle {
  readonly references: ExternalReference[] = [];
  readonly documents = new Map<string, string>();
  readonly #load: (uri: string) => JsonSchema | undefined;
  readonly #root: Document;
  readonly #loaded = new Map<string, Document | undefined>();
  readonly #definitions: JsonObject = {};

  constructor(schema: JsonSchema, base: string, load: (uri: string) => JsonSchema | undefined) {
    this.#load = load;
    this.#root = { uri: base, schema, key: undefined, places: placesIn(schema, base) };
  }

  root(): JsonSchema {
    const { schema, uri } = this.#root;
    const copied = this.#copy(schema as JsonValue, this.#root, uri, []) as JsonObject;
    if (this.documents.size === 0) return schema;
    const own = isJsonObject(copied.definitions) ? copied.definitions : {};
    return { ...copied, definitions: { ...own, ...this.#definitions } };
  }

  #copy(part: JsonValue, document: Document, base: string, at: readonly string[], isMap = false): JsonValue {
    if (Array.isArray(part)) {
      return part.map((item, i) => this.#copy(item, document, base, [...at, String(i)]));
    }
    if (!isJsonObject(part)) return part;
    const here = isMap ? base : baseOf(part, base);
    const copied: [string, JsonValue][] = [];
    for (const [key, value] of Object.entries(part)) {
      if (!isMap && document.key !== undefined && (ID_KEYWORDS.has(key) || key === '$schema')) continue;
      const below = [...at, key];
      if (!isMap && key === '$ref' && typeof value === 'string') {
        copied.push([key, this.#reference(value, document, here, below)]);
      } else if (!isMap && DATA_KEYWORDS.has(key)) copied.push([key, value]);
      else copied.push([key, this.#copy(value, document, here, below, !isMap && MAP_KEYWORDS.has(key))]);
    }
    return Object.fromEntries(copied);
  }

  /** What the reference is called in the bundle. */
  #reference(text: string, from: Document, base: string, at: readonly string[]): string {
    const [uri, fragment] = split(text, base);
    if (from.places.has(uri)) {
      if (from.key === undefined) return text;
      const inside = pointerIn(from, uri, fragment);
      return inside === undefined ? text : pointer(from, inside);
    }
    if (from.key !== undefined && this.#root.places.has(uri)) {
      const inside = pointerIn(this.#root, uri, fragment);
      return inside === undefined ? text : pointer(this.#root, inside);
    }
    // What every validator brings along, and what Helm takes anything for.
    if (dialectOf({ $schema: uri }) !== undefined || uri.startsWith('urn:')) return text;
    const target = this.#document(uri);
    const inside = target && pointerIn(target, uri, fragment);
    const found = target === undefined ? 'no document' : inside === undefined ? 'nothing there' : 'yes';
    this.references.push({ text, uri, from: from.uri, at, found });
    if (target === undefined || inside === undefined) return text;
    // Below an `$id` of its own a plain `#` would mean that part of the root.
    const prefix =
      from.key === undefined && base !== baseOf(from.schema, from.uri) ? baseOf(from.schema, from.uri) : '';
    return prefix + pointer(target, inside);
  }

  /** The name of the file, which nothing else in the definitions has. */
  #freeKey(uri: string): string {
    const name = decoded(uri.split('/').at(-1) ?? '').replace(/(\.schema)?\.json$/, '') || 'schema';
    const { schema } = this.#root;
    const own = isJsonObject(schema) && isJsonObject(schema.definitions) ? schema.definitions : {};
    let key = name;
    for (let i = 2; Object.hasOwn(own, key) || this.documents.has(key); i++) key = `${name} ${i}`;
    return key;
  }

  #document(uri: string): Document | undefined {
    if (this.#loaded.has(uri)) return this.#loaded.get(uri);
    const schema = this.#load(uri);
    const key = this.#freeKey(uri);
    const document = schema === undefined ? undefined : { uri, schema, key, places: placesIn(schema, uri) };
    this.#loaded.set(uri, document);
    if (document !== undefined) {
      this.documents.set(key, uri);
      this.#definitions[key] = this.#copy(document.schema as JsonValue, document, uri, []);
    }
    return document;
  }
}

/** The reference to a part of a document in the bundle. */
function pointer({ key }: Document, inside: readonly string[]): string {
  return `#${encodeURI(toPointer(key === undefined ? inside : ['definitions', key, ...inside]))}`;
}

const ID_KEYWORDS: ReadonlySet<string> = new Set(['$id', 'id', '$anchor']);

/** Every schema of a document that has a URI or a name (`#name`) of its own; the document itself first. */
function placesIn(schema: JsonSchema, uri: string): Map<string, readonly string[]> {
  const places = new Map<string, readonly string[]>([[uri, []]]);
  const visit = (part: unknown, base: string, at: readonly string[], isMap: boolean): void => {
    if (Array.isArray(part)) {
      for (const [i, item] of part.entries()) visit(item, base, [...at, String(i)], false);
    }
    if (!isJsonObject(part)) return;
    const here = isMap ? base : baseOf(part, base);
    if (here !== base && !places.has(here)) places.set(here, at);
    const id = part.$id ?? part.id;
    const name = typeof id === 'string' && id.startsWith('#') ? id.slice(1) : part.$anchor;
    if (!isMap && typeof name === 'string') places.set(`${here}#${name}`, at);
    for (const [key, value] of Object.entries(part)) {
      if (isMap || !DATA_KEYWORDS.has(key)) visit(value, here, [...at, key], !isMap && MAP_KEYWORDS.has(key));
    }
  };
  visit(schema, uri, [], false);
  return places;
}

/** Where in the document the fragment leads; undefined when nothing is there. */
function pointerIn(
  { places, schema }: Document,
  uri: string,
  fragment: string,
): readonly string[] | undefined {
  const resource = places.get(uri);
  if (resource === undefined || fragment === '') return resource;
  if (!fragment.startsWith('/')) return places.get(`${uri}#${fragment}`);
  const path = [...resource, ...parsePointer(fragment)];
  return resolveReference(schema, `#${encodeURI(toPointer(path))}`) === undefined ? undefined : path;
}

function baseOf(part: JsonSchema, base: string): string {
  if (typeof part === 'boolean') return base;
  const id = part.$id ?? part.id;
  return typeof id === 'string' && !id.startsWith('#') ? split(id, base)[0] : base;
}

function split(reference: string, base: string): [uri: string, fragment: string] {
  const hash = reference.indexOf('#');
  const file = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : reference.slice(hash + 1);
  return [file === '' ? base : absolute(file, base), decoded(fragment)];
}

function absolute(file: string, base: string): string {
  try {
    return new URL(file, base).href;
  } catch {
    return file;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
