import { escapeSegment } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { type Dialect, dialectOf, isNewDialect } from './dialect.ts';
import { splitReference } from './split-reference.ts';

/** A schema and where it is written. */
export interface SchemaPlace {
  readonly schema: unknown;
  /** As in the schema path of an error: `#/properties/image`, `<document>#/…`. */
  readonly pointer: string;
  /** The URI that references inside are relative to: that of the document, or the `$id` around the place. */
  readonly base: string;
  readonly dialect: Dialect;
}

/** A part of the schema at a place: `stepInto(place, ['properties', 'image'])`. Its schema is undefined when nothing is there. */
export function stepInto(place: SchemaPlace, keys: readonly (string | number)[]): SchemaPlace {
  // Its own id is in its base already.
  if (keys.length === 0) return place;
  let { schema, pointer } = place;
  for (const key of keys) {
    const there = typeof schema === 'object' && schema !== null && Object.hasOwn(schema, key);
    schema = there ? (schema as Record<string, unknown>)[key] : undefined;
    pointer += `/${pointerSegment(String(key))}`;
  }
  const { base, dialect } = place;
  return hasId(schema)
    ? { schema, pointer, ...resourceOf(schema, base, dialect) }
    : { schema, pointer, base, dialect };
}

function hasId(schema: unknown): boolean {
  return isJsonObject(schema) && (schema.$id !== undefined || schema.id !== undefined);
}

/** The URI and the dialect of a schema that lies within the resource with the given ones: its own if it has an id. */
export function resourceOf(
  schema: unknown,
  base: string,
  dialect: Dialect,
): { readonly base: string; readonly dialect: Dialect } {
  if (!isJsonObject(schema)) return { base, dialect };
  const own = typeof schema.$schema === 'string' ? (dialectOf(schema) ?? dialect) : dialect;
  const id = idOf(schema, own);
  if (id === undefined || id.startsWith('#')) return { base, dialect };
  return { base: splitReference(id, base)[0], dialect: own };
}

/** The id as written. Up to draft-07 what stands beside a `$ref` is ignored, an id as well. */
export function idOf(schema: Readonly<Record<string, unknown>>, dialect: Dialect): string | undefined {
  if (!isNewDialect(dialect) && typeof schema.$ref === 'string') return undefined;
  const id = dialect === 'draft-04' ? schema.id : schema.$id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** What stands for itself. */
const PLAIN = /^[\w.-]*$/;

/** The key as it stands in a schema path: a JSON Pointer segment in a URI fragment. */
export function pointerSegment(key: string): string {
  if (PLAIN.test(key)) return key;
  return encodeURIComponent(escapeSegment(key));
}
