import { path } from '../../files/path.ts';
import type { JsonObject } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { mapsAt, textsAt } from './field-lists.ts';
import type { KustomizeInput, KustomizeProblem } from './kustomize-input.ts';
import type { Generated, Resource } from './resource.ts';
import { type Piece, type Pieces, woven } from './woven.ts';
import type { Written } from './written.ts';

/** A generated ConfigMap or Secret, and what is to be done with one of the same name that is there. */
export interface GeneratedResource {
  readonly resource: Resource & { readonly generated: Generated };
  readonly behavior: 'create' | 'merge' | 'replace';
  /** The path of the entry in the kustomization. */
  readonly at: ValuesPath;
}

/** What `configMapGenerator` and `secretGenerator` of a kustomization make. The content of a Secret is left as text. */
export function generateConfigs(
  of: Written,
  folder: string,
  input: KustomizeInput,
  problems: KustomizeProblem[],
): GeneratedResource[] {
  const generated: GeneratedResource[] = [];
  for (const [list, kind] of [
    ['configMapGenerator', 'ConfigMap'],
    ['secretGenerator', 'Secret'],
  ] as const) {
    for (const { at, map } of mapsAt(of.data, [list])) {
      const { behavior } = map;
      generated.push({
        resource: new Generator(of, at, folder, input, problems).make(kind),
        behavior: behavior === 'merge' || behavior === 'replace' ? behavior : 'create',
        at,
      });
    }
  }
  return generated;
}

class Generator {
  readonly #of: Written;
  readonly #at: ValuesPath;
  readonly #folder: string;
  readonly #input: KustomizeInput;
  readonly #problems: KustomizeProblem[];
  readonly #data: JsonObject = {};
  readonly #entries = new Map<string, Piece>();
  readonly #files = new Map<string, string>();

  constructor(
    of: Written,
    at: ValuesPath,
    folder: string,
    input: KustomizeInput,
    problems: KustomizeProblem[],
  ) {
    this.#of = of;
    this.#at = at;
    this.#folder = folder;
    this.#input = input;
    this.#problems = problems;
  }

  make(kind: string): Resource & { readonly generated: Generated } {
    for (const { at, text } of textsAt(this.#of.data, [...this.#at, 'literals'])) this.#addLiteral(at, text);
    for (const { at, text } of textsAt(this.#of.data, [...this.#at, 'files'])) this.#addFile(at, text);
    return {
      manifest: this.#manifest(kind),
      past: [],
      files: [this.#of.locate([], 'value').source.id, ...this.#files.values()],
      generated: { hashed: !this.#isPlain(), files: this.#files },
    };
  }

  #manifest(kind: string): Written<JsonObject> {
    const own = (field: string): Piece => ({ of: this.#of, at: [...this.#at, field] });
    const metadata: JsonObject = {};
    const pieces: Pieces = new Map();
    for (const field of ['name', 'namespace']) {
      const value = valueAt(this.#of.data, [...this.#at, field]);
      if (typeof value === 'string') metadata[field] = value;
    }
    pieces.set(
      metadata,
      new Map([
        ['name', own('name')],
        ['namespace', own('namespace')],
      ]),
    );
    pieces.set(this.#data, this.#entries);
    const data: JsonObject = { apiVersion: 'v1', kind, metadata, data: this.#data };
    const entry: Piece = { of: this.#of, at: this.#at };
    pieces.set(data, new Map(['apiVersion', 'kind', 'metadata', 'data'].map((key) => [key, entry])));
    return woven(data, entry, pieces);
  }

  /** `key=value`, the value perhaps in quotes. */
  #addLiteral(at: ValuesPath, text: string): void {
    const equals = text.indexOf('=');
    if (equals < 1) return;
    const value = text.slice(equals + 1);
    const quoted = /^(["'])([\s\S]*)\1$/.exec(value);
    this.#put(text.slice(0, equals), quoted?.[2] ?? value, at);
  }

  /** `key=path`, or a path whose last part is the key. */
  #addFile(at: ValuesPath, text: string): void {
    const [left = '', right, ...more] = text.split('=');
    if (more.length > 0 || left === '' || right === '') return;
    const name = right ?? left;
    const file = path.resolve(this.#folder, name);
    const content = this.#input.kind(file) === 'file' ? this.#input.text(file) : undefined;
    const key = right === undefined ? path.basename(left) : left;
    if (content === undefined) {
      // Other files are not about values of Helm.
      if (!/values.*\.ya?ml$/i.test(key)) return;
      this.#problems.push({
        id: 'missing-file',
        severity: 'error',
        span: this.#of.locate(at, 'value'),
        problem: `"${this.#input.shown(file)}" does not exist`,
        why: 'kustomize build stops.',
        help: 'Mend the path; it is relative to the kustomization.',
      });
      return;
    }
    this.#put(key, content, at);
    this.#files.set(key, file);
  }

  #put(key: string, value: string, at: ValuesPath): void {
    this.#data[key] = value;
    this.#entries.set(key, { of: this.#of, at });
  }

  #isPlain(): boolean {
    const own = valueAt(this.#of.data, [...this.#at, 'options', 'disableNameSuffixHash']);
    const all = valueAt(this.#of.data, ['generatorOptions', 'disableNameSuffixHash']);
    return own === true || all === true;
  }
}
