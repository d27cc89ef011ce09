import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import { secretMatcher } from '../model/secret-matcher.ts';
import type { Span } from '../model/span.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * Where the files and flags of a release write secrets: what no report shows. Every layer counts, also where a stronger one
 * overrides it.
 */
export function* secretSpans(release: Release): Iterable<Span> {
  const isSecret = secretPaths(release);
  for (const { document, data, scope } of release.values.layers) {
    if (document === undefined) continue;
    for (const own of textPaths(data, [])) {
      const path = [...scope, ...own];
      if (isSecret(path) && document.writes(own)) yield document.locate(own, 'value');
    }
  }
}

/** Tells whether the value at a path of the release is a secret: recognized as one, annotated, or by its name. */
export function secretPaths({ roles, chart }: Release): (path: ValuesPath) => boolean {
  const recognized = new Set(roles.secrets.map(({ path }) => toPointer(path)));
  const isNamed = secretMatcher(chart?.annotations ?? []);
  return (path) => recognized.has(toPointer(path)) || isNamed(path);
}

/** The spans by file, each once. */
export function spansByFile(spans: Iterable<Span>): Map<string, Span[]> {
  const files = new Map<string, Map<string, Span>>();
  for (const span of spans) {
    const known = files.get(span.file) ?? new Map<string, Span>();
    files.set(span.file, known.set(`${span.start} ${span.end}`, span));
  }
  return new Map(Array.from(files, ([file, known]) => [file, [...known.values()]]));
}

function* textPaths(value: JsonValue, path: ValuesPath): Iterable<ValuesPath> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textPaths(item, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* textPaths(item, [...path, key]);
  } else if (isText(value)) yield path;
}

/** Booleans and nothing at all are no secrets, whatever they are called. */
function isText(value: JsonValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
