import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { type Dialect, dialectOf, isNewDialect } from './dialect.ts';
import { holdsMap } from './keywords.ts';
import { SchemaNames } from './schema-names.ts';
import { resourceOf, type SchemaPlace, stepInto } from './schema-place.ts';
import { splitReference } from './split-reference.ts';

/** Where a reference leads. */
export interface Target {
  /** The URI that it names, absolute, and the decoded fragment. */
  readonly uri: string;
  readonly fragment: string;
  /** The document or the part with this URI; undefined when it is not at hand. */
  readonly resource: SchemaPlace | undefined;
  /** Undefined when nothing is there. */
  readonly place: SchemaPlace | undefined;
}

export interface ReferencesOptions {
  /** The URI of the schema itself, where its relative references start unless its `$id` says otherwise. */
  readonly base?: string;
  /** Other documents, by their absolute URI. */
  readonly load?: (uri: string) => JsonSchema | undefined;
}

/** Stands for the URI of a schema of which nobody knows where it lies. */
const NAMELESS = 'chartlint:///values.schema.json';

/**
 * A schema with all that it refers to: the one place that follows references. Parts are found by pointers, by ids, by anchors,
 * and in other documents, as Helm's engine finds them (`santhosh-tekuri/jsonschema` v6, `root.go`).
 */
export class References {
  readonly root: SchemaPlace;
  readonly #uri: string;
  readonly #load: (uri: string) => JsonSchema | undefined;
  readonly #documents = new Map<string, SchemaPlace | undefined>();
  readonly #names = new SchemaNames();

  constructor(schema: JsonSchema, { base = NAMELESS, load = () => undefined }: ReferencesOptions = {}) {
    this.#uri = base;
    this.#load = load;
    this.root = documentPlace(schema, '#', base, '2020-12');
  }

  /** A part of the schema at a place: `step(place, 'properties', 'image')`. */
  step(place: SchemaPlace, ...keys: readonly (string | number)[]): SchemaPlace {
    return stepInto(place, keys);
  }

  /** Where a reference that stands at the place leads. */
  resolve(reference: string, from: SchemaPlace): Target {
    const [uri, fragment] = splitReference(reference, from.base);
    const resource = this.#resource(uri);
    if (fragment === '') return { uri, fragment, resource, place: resource };
    if (!fragment.startsWith('/')) {
      if (resource !== undefined) this.#indexRoot();
      return { uri, fragment, resource, place: this.#names.anchors.get(`${uri}#${fragment}`) };
    }
    return { uri, fragment, resource, place: resource && walk(resource, parsePointer(fragment)) };
  }

  /** Where the `$ref` of the place leads; for dynamic references every place they may lead. Nothing when it is unknown. */
  follow(place: SchemaPlace): SchemaPlace[] {
    const { schema } = place;
    if (!isJsonObject(schema)) return [];
    const places: SchemaPlace[] = [];
    for (const keyword of REFERENCES) {
      const reference = schema[keyword];
      if (typeof reference !== 'string') continue;
      const { place: target, fragment } = this.resolve(reference, place);
      if (target !== undefined) places.push(target);
      if (keyword !== '$ref') places.push(...this.dynamicTargets(fragment).values());
    }
    return places;
  }

  /** The places that a dynamic reference of that name may lead to, by the URI of the resource; `''` for `$recursiveRef`. */
  dynamicTargets(name: string): ReadonlyMap<string, SchemaPlace> {
    this.#indexRoot();
    return this.#names.dynamic.get(name) ?? NOTHING;
  }

  /** Makes the names in a part known that stands where no keyword is. */
  index(place: SchemaPlace): void {
    this.#indexRoot();
    this.#names.add(place);
  }

  #resource(uri: string): SchemaPlace | undefined {
    if (uri === this.root.base || uri === this.#uri) return this.root;
    this.#indexRoot();
    return this.#names.resources.get(uri) ?? this.#document(uri);
  }

  #document(uri: string): SchemaPlace | undefined {
    if (this.#documents.has(uri)) return this.#documents.get(uri);
    const schema = this.#load(uri);
    const place = schema === undefined ? undefined : documentPlace(schema, `${uri}#`, uri, this.root.dialect);
    this.#documents.set(uri, place);
    if (place !== undefined) this.#names.add(place);
    return place;
  }

  #indexRoot(): void {
    this.#names.add(this.root);
  }
}

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const;
const NOTHING: ReadonlyMap<string, SchemaPlace> = new Map();

function documentPlace(schema: JsonSchema, pointer: string, uri: string, fallback: Dialect): SchemaPlace {
  const written = isJsonObject(schema) && schema.$schema !== undefined ? dialectOf(schema) : undefined;
  const dialect = written ?? fallback;
  return { schema, pointer, ...resourceOf(schema, uri, dialect), dialect };
}

/** Follows keys, noting the ids on the way; undefined when nothing is there. */
function walk(resource: SchemaPlace, keys: readonly string[]): SchemaPlace | undefined {
  let place = resource;
  for (let i = 0; i < keys.length; ) {
    const key = keys[i]!;
    const isMap = isJsonObject(place.schema) && holdsMap(key);
    const isList = isJsonObject(place.schema) && Array.isArray(place.schema[key]);
    // The name in a map of schemas, the index in a list: an id in between would be the name of a value.
    const taken = (isMap || isList) && i + 1 < keys.length ? 2 : 1;
    place = stepInto(place, keys.slice(i, i + taken));
    if (place.schema === undefined) return undefined;
    i += taken;
  }
  return place;
}

/** Whether a reference beside other keywords is all that counts in the schema. */
export function isOnlyReference(schema: unknown, dialect: Dialect): boolean {
  return isJsonObject(schema) && typeof schema.$ref === 'string' && !isNewDialect(dialect);
}
