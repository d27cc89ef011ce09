import { loadYaml } from '../../load/load-yaml.ts';
import { locatedDocument, type YamlDocument } from '../../load/located-document.ts';
import { PositionIndex } from '../../load/position-index.ts';
import type { Finding } from '../../model/finding.ts';
import { isStackOverflow } from '../../model/is-stack-overflow.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { LimitReached } from '../../model/limit-reached.ts';
import { LIMITS } from '../../model/limits.ts';
import { fileSource } from '../../model/source.ts';
import { isOdd, readYaml } from '../text/yaml/read-yaml.ts';
import type { GoValue } from '../value/go-value.ts';
import { isList, isMap } from '../value/make-value.ts';

/** What Helm reads of a manifest before it knows what to do with it. */
export interface ManifestHead {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly annotations: ReadonlyMap<string, string>;
}

/** A manifest that Helm can read, or why it cannot. */
export type ReadManifest =
  | { readonly head: ManifestHead; readonly document: YamlDocument }
  | { readonly problem: ManifestProblem };

export interface ManifestProblem {
  readonly message: string;
  /** What Helm says of it. */
  readonly helmSays: string;
  /** Offset in the manifest; the start where the place is not known. */
  readonly start: number;
  readonly end: number;
}

/** Reads a manifest as Helm's `SortManifests` does: YAML, then what is text by its type (`SimpleHead`). */
export function readManifest(file: string, text: string): ReadManifest {
  const source = fileSource(file);
  const { data, document, findings } = loadYaml(source, text);
  // Where two readers could differ, go-yaml's own way of reading decides.
  const asGo = data === undefined || isOdd(text) ? asHelmReads(file, text) : undefined;
  if (asGo?.problem !== undefined) return { problem: syntaxProblem(findings, asGo.problem) };
  const read = document ?? locatedDocument(source, text, asJson(asGo?.value), new PositionIndex());
  try {
    return { head: headOf(read.data), document: read };
  } catch (error) {
    if (!(error instanceof WrongType)) throw error;
    const { start, end } = read.locate(error.path, 'value');
    const { message, goSays } = error;
    return { problem: { message, helmSays: `error unmarshaling JSON: ${goSays}`, start, end } };
  }
}

function asHelmReads(file: string, text: string): ReturnType<typeof readYaml> {
  try {
    return readYaml(text);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    throw new LimitReached('nesting', `what ${file} renders is nested deeper than ${LIMITS.nesting} levels`);
  }
}

function asJson(value: GoValue): JsonValue {
  if (isMap(value))
    return Object.fromEntries(Array.from(value.entries, ([key, item]) => [key, asJson(item)]));
  if (isList(value)) return value.items.map(asJson);
  return typeof value === 'object' || value === undefined ? null : value;
}

function syntaxProblem(findings: readonly Finding[], helmSays: string): ManifestProblem {
  const error = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  if (error === undefined) return { message: helmSays, helmSays, start: 0, end: 0 };
  return { message: `${error.problem}.`, helmSays, start: error.span.start, end: error.span.end };
}

/** Go's json finds something else than the type of Helm's field. */
class WrongType extends Error {
  readonly path: readonly string[];
  /** As Go's json tells it of the fields of `SimpleHead`. */
  readonly goSays: string;

  constructor(path: readonly string[], value: JsonValue, expected: 'a map' | 'a text') {
    const found = Array.isArray(value) ? 'a list' : isJsonObject(value) ? 'a map' : `a ${typeof value}`;
    const what = path.length === 0 ? 'A manifest' : `"${path.join('.')}"`;
    super(`${what} must be ${expected}, not ${found}.`);
    this.path = path;
    const field = path.slice(0, 2).join('.');
    const type = expected === 'a text' ? 'string' : GO_TYPES[field];
    const into = `Go struct field ${path.length > 1 ? '.' : 'SimpleHead.'}${field} of type ${type}`;
    this.goSays =
      type === undefined
        ? this.message
        : `while decoding JSON: json: cannot unmarshal ${jsonType(value)} into ${into}`;
  }
}

/** Of the fields that are maps those whose type is short. */
const GO_TYPES: Readonly<Record<string, string>> = { 'metadata.annotations': 'map[string]string' };

function jsonType(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? 'object' : typeof value === 'boolean' ? 'bool' : typeof value;
}

function headOf(data: JsonValue): ManifestHead {
  const fields = table(data, []);
  const metadata = table(field(fields, 'metadata') ?? null, ['metadata']);
  const written = table(field(metadata, 'annotations') ?? null, ['metadata', 'annotations']);
  const annotations = new Map<string, string>();
  for (const [key, value] of Object.entries(written)) {
    annotations.set(key, text(value, ['metadata', 'annotations', key]));
  }
  return {
    apiVersion: text(field(fields, 'apiVersion'), ['apiVersion']),
    kind: text(field(fields, 'kind'), ['kind']),
    name: text(field(metadata, 'name'), ['metadata', 'name']),
    annotations,
  };
}

function table(value: JsonValue, path: readonly string[]): JsonObject {
  if (value === null) return {};
  if (!isJsonObject(value)) throw new WrongType(path, value, 'a map');
  return value;
}

/** The field of that name; Go's json takes other cases too. */
function field(fields: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  const lower = name.toLowerCase();
  const other = Object.keys(fields)
    .sort()
    .findLast((key) => key.length === name.length && key.toLowerCase() === lower);
  return other === undefined ? undefined : fields[other];
}

/** sigs.k8s.io/yaml writes numbers and booleans out where the field is a text. */
function text(value: JsonValue | undefined, path: readonly string[]): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') throw new WrongType(path, value, 'a text');
  return String(value);
}
