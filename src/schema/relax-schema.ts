import { interpretSchema } from '../json-schema/interpret/interpret-schema.ts';
import { References } from '../json-schema/references.ts';
import { regularExpression } from '../json-schema/regular-expression.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { boundedPattern } from '../patterns/bounded-pattern.ts';
import { allowNull } from './allow-null.ts';
import { definitionOf, inlineReference } from './inline-reference.ts';
import { PROVIDED } from './laid-over.ts';

/**
 * The schema for a file that is laid over values which are already there. A schema is about the merged values; an editor
 * sees the file alone. So what the defaults satisfy is no longer required, conditions hold or not as they would with the
 * defaults, and null passes where it deletes a default that is not required. Lists replace, so items keep their demands.
 */
export function relaxSchema(schema: JsonValue, defaults: JsonObject, definitions: JsonObject): JsonValue {
  return new Relaxer(definitions).relax(schema, defaults, false);
}

class Relaxer {
  readonly #definitions: JsonObject;
  /** Definitions that are being relaxed for a map of defaults: ends schemas that refer to themselves in place. */
  readonly #active = new Map<JsonValue, Set<JsonValue>>();

  constructor(definitions: JsonObject) {
    this.#definitions = definitions;
  }

  /** `decides`: within a condition, where a key that is absent must count as its default counts. */
  relax(schema: JsonValue, defaults: JsonValue | undefined, decides: boolean): JsonValue {
    if (!isJsonObject(schema) || !isJsonObject(defaults)) return schema;
    const target = definitionOf(schema, this.#definitions);
    if (target === undefined) return this.#map(schema, defaults, decides);
    const active = this.#active.get(defaults) ?? new Set();
    if (active.has(target)) return schema;
    this.#active.set(defaults, active.add(target));
    const relaxed = this.relax(inlineReference(schema, this.#definitions), defaults, decides);
    active.delete(target);
    return relaxed;
  }

  #map(schema: JsonObject, defaults: JsonObject, decides: boolean): JsonObject {
    const result: JsonObject = { ...schema, ...this.#properties(schema, defaults, decides) };
    const { minProperties, dependencies } = schema;
    if (Array.isArray(result.required) && result.required.length === 0) delete result.required;
    if (typeof minProperties === 'number' && Object.keys(defaults).length > 0) delete result.minProperties;
    if (isJsonObject(dependencies)) {
      result.dependencies = Object.fromEntries(
        Object.entries(dependencies).map(([key, needed]) => [
          key,
          Array.isArray(needed)
            ? needed.filter((name) => !isGiven(defaults, String(name)))
            : this.relax(needed, defaults, decides),
        ]),
      );
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const parts = schema[keyword];
      // Exactly one branch may hold, so in `oneOf` an absent key must not let all of them pass.
      const exact = decides || keyword === 'oneOf';
      if (Array.isArray(parts)) result[keyword] = parts.map((part) => this.relax(part, defaults, exact));
    }
    for (const keyword of ['if', 'not', 'then', 'else']) {
      const part = schema[keyword];
      if (part === undefined) continue;
      result[keyword] = this.relax(part, defaults, decides || keyword === 'if' || keyword === 'not');
    }
    return result;
  }

  #properties(schema: JsonObject, defaults: JsonObject, decides: boolean): JsonObject {
    const named = isJsonObject(schema.properties) ? schema.properties : {};
    const all = decides ? named : { ...this.#fromWildcards(schema, named, defaults), ...named };
    const required = new Set(Array.isArray(schema.required) ? schema.required.map(String) : []);
    const still = new Set(required);
    const properties: JsonObject = {};
    for (const [key, part] of Object.entries(all)) {
      const value = defaults[key];
      const relaxed = this.relax(part, value, decides);
      const nullDeletes = !decides && isGiven(defaults, key) && !required.has(key);
      properties[key] = nullDeletes ? allowNull(relaxed, this.#definitions) : relaxed;
      if (!isGiven(defaults, key)) continue;
      // What comes at deploy time is no value that a schema could be asked about; what is left to demand of the map is.
      const isEnough = holdsProvided(value)
        ? this.#accepts(relaxed, {})
        : this.#accepts(part, value as JsonValue);
      if (value === PROVIDED || isEnough) still.delete(key);
      else if (decides) still.add(key);
    }
    for (const key of required) if (!Object.hasOwn(all, key) && isGiven(defaults, key)) still.delete(key);
    const { patternProperties } = schema;
    const relaxed: JsonObject = {};
    if (Object.keys(properties).length > 0) relaxed.properties = properties;
    if (required.size + still.size > 0) relaxed.required = [...still];
    if (isJsonObject(patternProperties) && !decides)
      relaxed.patternProperties = this.#patterns(patternProperties, defaults);
    return relaxed;
  }

  /** Whether a default passes, as far as that can be told: findings never rest on this, only what an editor asks for. */
  #accepts(schema: JsonValue, value: JsonValue): boolean {
    if (!isJsonObject(schema)) return schema !== false;
    const whole = { allOf: [schema], definitions: this.#definitions };
    try {
      return interpretSchema(new References(whole), 'draft-07', regularExpression)(value);
    } catch {
      return true;
    }
  }

  /** Keys of the defaults that only `additionalProperties` describes become keys by name. */
  #fromWildcards(schema: JsonObject, named: JsonObject, defaults: JsonObject): JsonObject {
    const { additionalProperties, patternProperties } = schema;
    if (!isJsonObject(additionalProperties)) return {};
    const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
    const free = Object.keys(defaults).filter(
      (key) => !Object.hasOwn(named, key) && !patterns.some((pattern) => matches(pattern, key)),
    );
    return Object.fromEntries(free.map((key) => [key, additionalProperties]));
  }

  #patterns(patterns: JsonObject, defaults: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(patterns).map(([pattern, part]) => {
        const found = Object.keys(defaults).filter((key) => matches(pattern, key));
        const maps = found.map((key) => defaults[key]).filter((value) => isJsonObject(value));
        const relaxed = this.relax(part, maps.length === 0 ? undefined : Object.assign({}, ...maps), false);
        return [pattern, found.length === 0 ? relaxed : allowNull(relaxed, this.#definitions)];
      }),
    );
  }
}

function holdsProvided(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && (value === PROVIDED || Object.values(value).some(holdsProvided));
}

function isGiven(defaults: JsonObject, key: string): boolean {
  return Object.hasOwn(defaults, key) && defaults[key] !== null;
}

function matches(pattern: string, key: string): boolean {
  try {
    return boundedPattern(new RegExp(pattern, 'u')).test(key) ?? false;
  } catch {
    return false;
  }
}
