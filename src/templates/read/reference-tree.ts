import type { TemplateUse, ValueUse } from '../../model/template-use.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** Stands for any key or index: what `range` goes through, or an index that is computed. */
export const ANY = '*';

/** Steps into anything, one after the other: more than this are a template that walks maps as deep as they go. */
export const MOST_STEPS = 4;

interface Node {
  readonly children: Map<string, Node>;
  readonly uses: Set<ValueUse>;
  /** What it is compared with; `ANY` where a pattern or a part of it is looked for. */
  words: Set<string> | undefined;
}

/** Uses that leave what lies below the value alone. */
const SHALLOW: ReadonlySet<ValueUse> = new Set(['test', 'compare', 'range', 'keys']);

/** Collects which values are read and how. */
export class ReferenceTree implements TemplateUse {
  readonly #root: Node = newNode();
  /** Where the values of subcharts sit. */
  readonly scopes: readonly (readonly string[])[];
  readonly #aliases = new Set<string>();
  /** By the first key that they are put from; below `ANY` those that may begin with any. */
  readonly #aliasesFrom = new Map<string, Alias[]>();
  #isComplete = true;

  constructor(scopes: readonly (readonly string[])[]) {
    this.scopes = [...new Map(scopes.map((scope) => [scope.join('.'), scope])).values()].filter(
      ({ length }) => length > 0,
    );
  }

  get complete(): boolean {
    return this.#isComplete;
  }

  /** A template puts what lies at a place under another one: who reads there, reads here. */
  alias(at: readonly string[], from: readonly string[]): void {
    const key = JSON.stringify([at, from]);
    if (at.join('.') === from.join('.') || this.#aliases.has(key)) return;
    this.#aliases.add(key);
    const [first = ANY] = from;
    const known = this.#aliasesFrom.get(first);
    if (known === undefined) this.#aliasesFrom.set(first, [{ at, from }]);
    else known.push({ at, from });
  }

  /** Values go somewhere that cannot be followed. */
  giveUp(): void {
    this.#isComplete = false;
  }

  /**
   * Records that a value (a pattern: `*` stands for any key) is used. Helm copies the `global` map into every subchart, so
   * a subchart that reads its own reads the release's.
   */
  add(pattern: readonly string[], use: ValueUse): void {
    this.#addAt(pattern, use);
    for (const scope of this.scopes) {
      const isGlobal = pattern[scope.length] === 'global' && scope.every((key, i) => pattern[i] === key);
      if (isGlobal) this.#addAt(pattern.slice(scope.length), use);
    }
  }

  /** Records that a value is compared with a word. */
  compare(pattern: readonly string[], word: string): void {
    const node = this.#nodeAt(pattern);
    node.words ??= new Set();
    node.words.add(word);
  }

  #nodeAt(pattern: readonly string[]): Node {
    let node = this.#root;
    for (const segment of pattern) {
      let next = node.children.get(segment);
      if (next === undefined) {
        next = newNode();
        node.children.set(segment, next);
      }
      node = next;
    }
    return node;
  }

  #addAt(pattern: readonly string[], use: ValueUse): void {
    const node = this.#nodeAt(pattern);
    node.uses.add(pattern.length >= MOST_STEPS && walks(pattern) ? 'other' : use);
  }

  reads(path: ValuesPath): boolean {
    return this.readsWhole(path) || this.#nodes(path).length > 0;
  }

  readsWhole(path: ValuesPath): boolean {
    for (const each of this.#places(path)) {
      let nodes = [this.#root];
      for (const segment of [...each, undefined]) {
        if (nodes.some(isDeep)) return true;
        if (segment !== undefined) nodes = below(nodes, segment);
      }
    }
    return false;
  }

  usesOf(path: ValuesPath): ReadonlySet<ValueUse> {
    return new Set(this.#nodes(path).flatMap((node) => [...node.uses]));
  }

  comparedWith(path: ValuesPath): readonly string[] {
    const words = new Set(this.#nodes(path).flatMap((node) => [...(node.words ?? [])]));
    return words.has(ANY) ? [] : [...words];
  }

  namesBelow(path: ValuesPath): readonly string[] {
    const names = this.#nodes(path).flatMap((node) => [...node.children.keys()]);
    return [...new Set(names)].filter((name) => name !== ANY && name !== '');
  }

  #nodes(path: ValuesPath): Node[] {
    return this.#places(path).flatMap((each) => {
      let nodes = [this.#root];
      for (const segment of each) nodes = below(nodes, segment);
      return nodes;
    });
  }

  /** The path, and where templates put what lies there. */
  #places(path: ValuesPath): ValuesPath[] {
    const places: ValuesPath[] = [path];
    if (this.#aliases.size === 0) return places;
    const seen = new Set([path.join('.')]);
    for (const place of places) {
      for (const { at, from } of this.#aliasesOf(place[0])) {
        if (!from.every((key, i) => key === ANY || key === String(place[i]) || place[i] === ANY)) continue;
        const other = [...at, ...place.slice(from.length)];
        if (other.length > path.length + MOST_STEPS || seen.has(other.join('.'))) continue;
        seen.add(other.join('.'));
        if (places.length < MOST_PLACES) places.push(other);
      }
    }
    return places;
  }

  /** Those that may be of what lies below a first key; a path without one is the root, which only the whole is put from. */
  #aliasesOf(first: string | number | undefined): readonly Alias[] {
    if (first === ANY) return [...this.#aliasesFrom.values()].flat();
    const any = this.#aliasesFrom.get(ANY) ?? [];
    const own = first === undefined ? undefined : this.#aliasesFrom.get(String(first));
    return own === undefined ? any : [...own, ...any];
  }
}

/** A place of the values at which templates put what lies at another. */
interface Alias {
  readonly at: readonly string[];
  readonly from: readonly string[];
}

/** More places than templates put one value at. */
const MOST_PLACES = 24;

/** Whether the path comes from a template that walks maps by itself. */
function walks(pattern: readonly string[]): boolean {
  return pattern.slice(-MOST_STEPS).every((key) => key === ANY);
}

function newNode(): Node {
  return { children: new Map(), uses: new Set(), words: undefined };
}

function isDeep(node: Node): boolean {
  for (const use of node.uses) if (!SHALLOW.has(use)) return true;
  return false;
}

function below(nodes: readonly Node[], segment: string | number): Node[] {
  if (segment === ANY) return nodes.flatMap(({ children }) => [...children.values()]);
  const found: Node[] = [];
  for (const { children } of nodes) {
    const named = children.get(String(segment));
    const any = children.get(ANY);
    if (named !== undefined) found.push(named);
    if (any !== undefined && any !== named) found.push(any);
  }
  return found;
}
