import { isJsonObject } from '../model/json-value.ts';
import { isNewDialect } from './dialect.ts';
import { idOf, type SchemaPlace, stepInto } from './schema-place.ts';
import { decodeFragment } from './split-reference.ts';
import { subschemas } from './subschemas.ts';

/** The names that parts of schemas give themselves. */
export class SchemaNames {
  /** By their URI. */
  readonly resources = new Map<string, SchemaPlace>();
  /** By `<uri>#<name>`. */
  readonly anchors = new Map<string, SchemaPlace>();
  /** What dynamic references lead to, by name and then by the URI of the resource; `''` for `$recursiveAnchor`. */
  readonly dynamic = new Map<string, Map<string, SchemaPlace>>();
  readonly #known = new Set<unknown>();

  /** Looks for names at and below a place, where keywords say that schemas stand. */
  add(place: SchemaPlace): void {
    const { schema } = place;
    if (!isJsonObject(schema) || this.#known.has(schema)) return;
    this.#known.add(schema);
    this.#name(place, schema);
    for (const { keys } of subschemas(schema)) this.add(stepInto(place, keys));
  }

  #name(place: SchemaPlace, schema: Readonly<Record<string, unknown>>): void {
    const { base, dialect } = place;
    const id = idOf(schema, dialect);
    if (id !== undefined && !id.startsWith('#') && !this.resources.has(base)) this.resources.set(base, place);
    if (!isNewDialect(dialect)) {
      const name = id?.includes('#') ? decodeFragment(id.slice(id.indexOf('#') + 1)) : '';
      if (name !== '' && !name.startsWith('/')) this.anchors.set(`${base}#${name}`, place);
      return;
    }
    for (const name of [schema.$anchor, schema.$dynamicAnchor]) {
      if (typeof name === 'string') this.anchors.set(`${base}#${name}`, place);
    }
    const dynamic = schema.$recursiveAnchor === true ? '' : schema.$dynamicAnchor;
    if (typeof dynamic !== 'string') return;
    const places = this.dynamic.get(dynamic) ?? new Map<string, SchemaPlace>();
    this.dynamic.set(dynamic, places);
    if (!places.has(base)) places.set(base, place);
  }
}
