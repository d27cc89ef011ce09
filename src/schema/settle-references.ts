import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { definitionOf, inlineReference } from './inline-reference.ts';
import { DEFINITIONS } from './schema-bundle.ts';

/**
 * The root schema with the definitions that it still needs. References with words beside them are replaced by what they
 * name, because validators of draft-07 see only the reference; with `inline` all are, except those of schemas within
 * themselves.
 */
export function settleReferences(
  root: JsonObject,
  definitions: JsonObject,
  options: { readonly inline: boolean },
): JsonObject {
  const settler = new Settler(definitions, options.inline);
  const schema = settler.settle(root) as JsonObject;
  return settler.needed.size === 0 ? schema : { ...schema, definitions: settler.definitions() };
}

class Settler {
  readonly #definitions: JsonObject;
  readonly #inline: boolean;
  readonly #open = new Set<JsonValue>();
  readonly needed = new Set<string>();

  constructor(definitions: JsonObject, inline: boolean) {
    this.#definitions = definitions;
    this.#inline = inline;
  }

  settle(schema: JsonValue): JsonValue {
    if (!isJsonObject(schema)) return schema;
    const target = definitionOf(schema, this.#definitions);
    if (target === undefined) return mapSubschemas(schema, (part) => this.settle(part));
    const bare = Object.keys(schema).length === 1;
    if (this.#open.has(target) || (bare && !this.#inline)) {
      this.needed.add(String(schema.$ref).slice(DEFINITIONS.length));
      return { $ref: schema.$ref as JsonValue };
    }
    this.#open.add(target);
    const settled = this.settle(inlineReference(schema, this.#definitions));
    this.#open.delete(target);
    return settled;
  }

  /** Settling a definition may need further ones. */
  definitions(): JsonObject {
    const settled: Record<string, JsonValue> = {};
    for (const name of this.needed) {
      const definition = this.#definitions[name] ?? {};
      this.#open.add(definition);
      settled[name] = this.settle(definition);
      this.#open.delete(definition);
    }
    return Object.fromEntries(Object.entries(settled).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
