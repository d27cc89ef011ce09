import type { Annotation, PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import { type AnnotationCheck, annotationCheck } from './annotation-mistakes.ts';
import { References } from './references.ts';
import type { SchemaPlace } from './schema-place.ts';

/** Keywords whose schemas speak about the same value. */
const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const IN_PLACE = ['then', 'else'] as const;
/** Keywords whose schema speaks about each value that others do not name. */
const OF_OTHERS = ['additionalProperties', 'additionalItems'] as const;
/** What an annotation says about the schema it stands in rather than about the value. */
const ABOUT_THE_SCHEMA = new Set(['message', 'coveredBy']);
const MAX_DEPTH = 64;

/** Ends the walk through references that double at every step. */
const MAX_VISITS = 200_000;

/**
 * The `x-chartlint` annotations of a schema (and `deprecated: true`) with the values that each is about. Goes through
 * properties, items, maps, `allOf`/`anyOf`/`oneOf`, `then`/`else` and references; a schema that refers to itself is
 * followed once. Keys of an annotation that are not what they should be are left out.
 * @param onLimit called when there are more than `LIMITS.schemaAnnotations`: the others are left out.
 */
export function collectAnnotations(schema: JsonSchema, onLimit: () => void = () => {}): PlacedAnnotation[] {
  const references = new References(schema);
  const placed: PlacedAnnotation[] = [];
  const seen = new Set<string>();
  const active = new Set<unknown>();
  /** Parts at and below which nothing is annotated. */
  const silent = new Set<unknown>();
  let check: AnnotationCheck | undefined;
  let visits = 0;

  /** Whether something was found at or below the part, or may be: it is being visited. */
  function visit(place: SchemaPlace, pattern: readonly string[]): boolean {
    const part = place.schema;
    if (!isJsonObject(part) || silent.has(part)) return false;
    if (active.has(part) || active.size > MAX_DEPTH) return true;
    if (placed.length >= LIMITS.schemaAnnotations || ++visits > MAX_VISITS) return true;
    active.add(part);
    let found = false;
    const annotation = annotationOf(part, (written) => {
      check ??= annotationCheck();
      return check(written);
    });
    if (annotation !== undefined) {
      found = true;
      const identity = JSON.stringify([pattern, annotation]);
      if (!seen.has(identity)) placed.push({ pattern, annotation });
      seen.add(identity);
    }
    for (const [below, step] of parts(references, place, part)) {
      if (visit(below, step === undefined ? pattern : [...pattern, step])) found = true;
    }
    active.delete(part);
    if (!found) silent.add(part);
    return found;
  }

  visit(references.root, []);
  if (placed.length >= LIMITS.schemaAnnotations || visits > MAX_VISITS) onLimit();
  return placed;
}

/** The schemas that a schema hands on to, with the step to the value that each is about; none for the same value. */
function* parts(
  references: References,
  place: SchemaPlace,
  part: JsonObject,
): Iterable<readonly [part: SchemaPlace, step?: string]> {
  const at = (...keys: (string | number)[]): SchemaPlace => references.step(place, ...keys);
  for (const target of references.follow(place)) yield [target];
  for (const keyword of IN_PLACE_LISTS) {
    if (Array.isArray(part[keyword])) for (const i of part[keyword].keys()) yield [at(keyword, i)];
  }
  for (const keyword of IN_PLACE) if (isJsonObject(part[keyword])) yield [at(keyword)];
  if (isJsonObject(part.properties)) {
    for (const key of Object.keys(part.properties)) yield [at('properties', key), key];
  }
  if (isJsonObject(part.patternProperties)) {
    for (const pattern of Object.keys(part.patternProperties)) yield [at('patternProperties', pattern), '*'];
  }
  for (const keyword of OF_OTHERS) if (isJsonObject(part[keyword])) yield [at(keyword), '*'];
  const tuple = Array.isArray(part.items) ? 'items' : 'prefixItems';
  const items = part[tuple];
  if (Array.isArray(items)) for (const i of items.keys()) yield [at(tuple, i), String(i)];
  if (isJsonObject(part.items)) yield [at('items'), '*'];
}

function annotationOf(part: JsonObject, check: AnnotationCheck): Annotation | undefined {
  const written = part['x-chartlint'];
  const wrong =
    written === undefined ? [] : check(written).map(({ instancePath }) => instancePath.split('/')[1]);
  const entries = Object.entries(isJsonObject(written) ? written : {}).filter(
    ([key]) => !ABOUT_THE_SCHEMA.has(key) && !wrong.includes(pointerKey(key)),
  );
  if (part.deprecated === true) entries.push(['deprecated', true]);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Annotation);
}

function pointerKey(key: string): string {
  return toPointer([key]).slice(1);
}
