import type { Annotation, PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import { resolveReference } from './resolve-reference.ts';

/** Keywords whose schemas speak about the same value. */
const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const IN_PLACE = ['then', 'else'] as const;
/** What an annotation says about the schema it stands in rather than about the value. */
const ABOUT_THE_SCHEMA = new Set(['message', 'coveredBy']);
const MAX_DEPTH = 64;

/**
 * The `x-chartlint` annotations of a schema (and `deprecated: true`) with the values that each is about. Goes through
 * properties, items, maps, `allOf`/`anyOf`/`oneOf`, `then`/`else` and local `$ref`s; a schema that refers to itself is
 * followed once.
 */
export function collectAnnotations(schema: JsonSchema): PlacedAnnotation[] {
  const placed: PlacedAnnotation[] = [];
  const seen = new Set<string>();
  const active = new Set<unknown>();

  function visit(part: unknown, pattern: readonly string[]): void {
    if (!isJsonObject(part) || active.has(part) || active.size > MAX_DEPTH) return;
    active.add(part);
    const annotation = annotationOf(part);
    if (annotation !== undefined) {
      const identity = JSON.stringify([pattern, annotation]);
      if (!seen.has(identity)) placed.push({ pattern, annotation });
      seen.add(identity);
    }
    if (typeof part.$ref === 'string') visit(resolveReference(schema, part.$ref), pattern);
    for (const keyword of IN_PLACE_LISTS) {
      if (Array.isArray(part[keyword])) for (const branch of part[keyword]) visit(branch, pattern);
    }
    for (const keyword of IN_PLACE) visit(part[keyword], pattern);
    if (isJsonObject(part.properties)) {
      for (const [key, property] of Object.entries(part.properties)) visit(property, [...pattern, key]);
    }
    if (isJsonObject(part.patternProperties)) {
      for (const property of Object.values(part.patternProperties)) visit(property, [...pattern, '*']);
    }
    visit(part.additionalProperties, [...pattern, '*']);
    visit(part.additionalItems, [...pattern, '*']);
    const tuple = Array.isArray(part.items) ? part.items : part.prefixItems;
    if (Array.isArray(tuple)) for (const [i, item] of tuple.entries()) visit(item, [...pattern, String(i)]);
    if (!Array.isArray(part.items)) visit(part.items, [...pattern, '*']);
    active.delete(part);
  }

  visit(schema, []);
  return placed;
}

function annotationOf(part: Record<string, unknown>): Annotation | undefined {
  const written = isJsonObject(part['x-chartlint']) ? part['x-chartlint'] : {};
  const entries = Object.entries(written).filter(([key]) => !ABOUT_THE_SCHEMA.has(key));
  if (part.deprecated === true) entries.push(['deprecated', true]);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Annotation);
}
