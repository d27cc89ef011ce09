import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer, toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { holdsData, holdsMap } from './keywords.ts';
import { References } from './references.ts';
import { resourceOf, type SchemaPlace } from './schema-place.ts';
import { decodeFragment } from './split-reference.ts';

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

/** The document that is being copied. */
interface Document {
  readonly uri: string;
  /** Its name among the definitions; undefined for the root. */
  readonly key: string | undefined;
}

/** A part that is being copied: what its references are relative to, and the keys that lead to it in its document. */
interface Part {
  readonly base: string;
  readonly dialect: Dialect;
  readonly at: readonly string[];
}

class Bundle {
  readonly references: ExternalReference[] = [];
  readonly documents = new Map<string, string>();
  readonly #references: References;
  readonly #root: Document;
  readonly #copied = new Map<string, Document>();
  readonly #definitions: JsonObject = {};

  constructor(schema: JsonSchema, base: string, load: (uri: string) => JsonSchema | undefined) {
    this.#references = new References(schema, {
      base,
      load: (uri) => (isBrought(uri) ? undefined : load(uri)),
    });
    this.#root = { uri: base, key: undefined };
  }

  root(): JsonSchema {
    const { schema, base, dialect } = this.#references.root;
    const copied = this.#copy(schema as JsonValue, this.#root, { base, dialect, at: [] }) as JsonObject;
    if (this.documents.size === 0) return schema as JsonSchema;
    const own = isJsonObject(copied.definitions) ? copied.definitions : {};
    return { ...copied, definitions: { ...own, ...this.#definitions } };
  }

  #copy(part: JsonValue, document: Document, { base, dialect, at }: Part, isMap = false): JsonValue {
    if (Array.isArray(part)) {
      return part.map((item, i) => this.#copy(item, document, { base, dialect, at: [...at, String(i)] }));
    }
    if (!isJsonObject(part)) return part;
    const resource = isMap ? { base, dialect } : resourceOf(part, base, dialect);
    const copied: [string, JsonValue][] = [];
    for (const [key, value] of Object.entries(part)) {
      if (!isMap && document.key !== undefined && (ID_KEYWORDS.has(key) || key === '$schema')) continue;
      const below = { ...resource, at: [...at, key] };
      if (!isMap && key === '$ref' && typeof value === 'string') {
        copied.push([key, this.#reference(value, document, below)]);
      } else if (!isMap && holdsData(key)) copied.push([key, value]);
      else copied.push([key, this.#copy(value, document, below, !isMap && holdsMap(key))]);
    }
    return Object.fromEntries(copied);
  }

  /** What the reference is called in the bundle. */
  #reference(text: string, from: Document, { base, dialect, at }: Part): string {
    const place: SchemaPlace = { schema: undefined, pointer: '', base, dialect };
    const { uri, resource, place: target } = this.#references.resolve(text, place);
    const home = resource?.pointer.split('#')[0];
    if (home === '' || (home !== undefined && home === from.uri)) {
      // Within the root, or within the document itself.
      if (from.key === undefined || target === undefined) return text;
      return pointer(target, home === '' ? undefined : from.key);
    }
    if (isBrought(uri)) return text;
    const found = home === undefined ? 'no document' : target === undefined ? 'nothing there' : 'yes';
    const key = home === undefined ? undefined : this.#document(home).key;
    this.references.push({ text, uri, from: from.uri, at, found });
    if (target === undefined) return text;
    // Below an `$id` of its own a plain `#` would mean that part of the root.
    const root = this.#references.root.base;
    return (from.key === undefined && base !== root ? root : '') + pointer(target, key);
  }

  /** The name of the file, which nothing else in the definitions has. */
  #freeKey(uri: string): string {
    const name = decodeFragment(uri.split('/').at(-1) ?? '').replace(/(\.schema)?\.json$/, '') || 'schema';
    const { schema } = this.#references.root;
    const own = isJsonObject(schema) && isJsonObject(schema.definitions) ? schema.definitions : {};
    let key = name;
    for (let i = 2; Object.hasOwn(own, key) || this.documents.has(key); i++) key = `${name} ${i}`;
    return key;
  }

  /** The document as one of the definitions. */
  #document(uri: string): Document {
    const known = this.#copied.get(uri);
    if (known !== undefined) return known;
    const key = this.#freeKey(uri);
    const document = { uri, key };
    this.#copied.set(uri, document);
    this.documents.set(key, uri);
    // The whole document, whatever part of it was asked for.
    const { place } = this.#references.resolve('#', { ...this.#references.root, base: uri });
    const { base, dialect } = this.#references.root;
    const { schema } = place ?? { schema: true };
    this.#definitions[key] = this.#copy(schema as JsonValue, document, {
      base: place === undefined ? base : uri,
      dialect: place?.dialect ?? dialect,
      at: [],
    });
    return document;
  }
}

/** What every validator brings along, and what Helm takes anything for. */
function isBrought(uri: string): boolean {
  return dialectOf({ $schema: uri }) !== undefined || uri.startsWith('urn:');
}

const ID_KEYWORDS: ReadonlySet<string> = new Set(['$id', 'id', '$anchor']);

/** The reference to a part of a document in the bundle. */
function pointer({ pointer: written }: SchemaPlace, key: string | undefined): string {
  const inside = parsePointer(decodeFragment(written.slice(written.indexOf('#') + 1)));
  return `#${encodeURI(toPointer(key === undefined ? inside : ['definitions', key, ...inside]))}`;
}
