import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { pointerSegment } from './compile/prepare-schema.ts';

/** A schema and where it is written. */
export interface SchemaPlace {
  readonly schema: unknown;
  /** As in the schema path of an error: `#/properties/image`, `<document>#/…`. */
  readonly pointer: string;
  /** The URI that references inside are relative to. */
  readonly base: string;
}

/** The schema and the documents it refers to, for following references. */
export interface SchemaLibrary {
  readonly root: SchemaPlace;
  /** A part of the schema at a place: `step(place, 'properties', 'image')`. */
  step(place: SchemaPlace, ...keys: readonly (string | number)[]): SchemaPlace;
  /** Where the `$ref` of the place leads; for dynamic references every place it may lead. Nothing when it is unknown. */
  follow(place: SchemaPlace): SchemaPlace[];
}

/** Stands for the URI of a schema without `$id`. */
const NAMELESS = 'chartlint:///values.schema.json';

export function createSchemaLibrary(
  schema: JsonSchema,
  documents: ReadonlyMap<string, JsonSchema> = new Map(),
): SchemaLibrary {
  const root: SchemaPlace = { schema, pointer: '#', base: baseOf(schema, NAMELESS) };
  let named: NamedPlaces | undefined;

  function resolve(reference: string, from: SchemaPlace): SchemaPlace[] {
    named ??= indexNames([root, ...[...documents].map(([uri, document]) => documentPlace(uri, document))]);
    const [uri = '', fragment = ''] = splitReference(reference, from.base);
    const resource = named.resources.get(uri);
    if (fragment === '') return resource === undefined ? [] : [resource];
    if (!fragment.startsWith('/')) {
      const anchor = named.anchors.get(`${uri}#${fragment}`);
      return anchor === undefined ? [] : [anchor];
    }
    let place = resource;
    for (const segment of parsePointer(fragment)) {
      if (place === undefined || !has(place.schema, segment)) return [];
      place = step(place, segment);
    }
    return place === undefined ? [] : [place];
  }

  return {
    root,
    step,
    follow(place) {
      const { schema: part } = place;
      if (!isJsonObject(part)) return [];
      const places = typeof part.$ref === 'string' ? resolve(part.$ref, place) : [];
      for (const reference of [part.$dynamicRef, part.$recursiveRef]) {
        if (typeof reference !== 'string') continue;
        places.push(
          ...resolve(reference, place),
          ...(named?.dynamic.get(reference.replace(/^.*#/, '')) ?? []),
        );
      }
      return places;
    },
  };
}

function step(place: SchemaPlace, ...keys: readonly (string | number)[]): SchemaPlace {
  let { schema, pointer } = place;
  for (const key of keys) {
    schema = has(schema, key) ? (schema as Record<string, unknown>)[key] : undefined;
    pointer += `/${pointerSegment(String(key))}`;
  }
  return { schema, pointer, base: baseOf(schema, place.base) };
}

function has(schema: unknown, key: string | number): boolean {
  return typeof schema === 'object' && schema !== null && Object.hasOwn(schema, key);
}

function documentPlace(uri: string, document: JsonSchema): SchemaPlace {
  return { schema: document, pointer: `${uri}#`, base: baseOf(document, splitReference(uri, NAMELESS)[0]!) };
}

interface NamedPlaces {
  readonly resources: Map<string, SchemaPlace>;
  /** By `<uri>#<name>`. */
  readonly anchors: Map<string, SchemaPlace>;
  readonly dynamic: Map<string, SchemaPlace[]>;
}

function indexNames(documents: readonly SchemaPlace[]): NamedPlaces {
  const named: NamedPlaces = { resources: new Map(), anchors: new Map(), dynamic: new Map() };
  const visit = (place: SchemaPlace, isDocument: boolean): void => {
    const { schema } = place;
    if (typeof schema !== 'object' || schema === null) return;
    if (!Array.isArray(schema)) {
      const part = schema as Record<string, unknown>;
      const id = part.$id ?? part.id;
      if (isDocument || (typeof id === 'string' && !id.startsWith('#'))) {
        if (!named.resources.has(place.base)) named.resources.set(place.base, place);
      }
      const plain = typeof id === 'string' && id.includes('#') ? id.replace(/^.*#/, '') : undefined;
      for (const anchor of [plain, part.$anchor, part.$dynamicAnchor]) {
        if (typeof anchor === 'string') named.anchors.set(`${place.base}#${anchor}`, place);
      }
      const dynamic = part.$recursiveAnchor === true ? '' : part.$dynamicAnchor;
      if (typeof dynamic === 'string')
        named.dynamic.set(dynamic, [...(named.dynamic.get(dynamic) ?? []), place]);
    }
    for (const key of Object.keys(schema)) visit(step(place, key), false);
  };
  for (const document of documents) {
    // A document is also known by the name it was given, whatever `$id` it has.
    const given = document.pointer === '#' ? document.base : splitReference(document.pointer, NAMELESS)[0]!;
    named.resources.set(given, document);
    visit(document, true);
  }
  return named;
}

function baseOf(schema: unknown, base: string): string {
  if (!isJsonObject(schema)) return base;
  const id = schema.$id ?? schema.id;
  return typeof id === 'string' && !id.startsWith('#') ? (splitReference(id, base)[0] ?? base) : base;
}

/** The absolute URI of a reference and its decoded fragment. */
function splitReference(reference: string, base: string): [uri: string, fragment: string] {
  const hash = reference.indexOf('#');
  const path = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : reference.slice(hash + 1);
  return [path === '' ? base : absolute(path, base), decode(fragment)];
}

function absolute(path: string, base: string): string {
  try {
    return new URL(path, base).href;
  } catch {
    return path;
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
