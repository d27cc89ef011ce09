import type { TemplateUse, ValueUse } from '../../model/template-use.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** Stands for any key or index: what `range` goes through, or an index that is computed. */
export const ANY = '*';

interface Node {
  readonly children: Map<string, Node>;
  readonly uses: Set<ValueUse>;
}

/** Uses that leave what lies below the value alone. */
const SHALLOW: ReadonlySet<ValueUse> = new Set(['test', 'compare', 'range']);

/** Collects which values are read and how. */
export class ReferenceTree implements TemplateUse {
  readonly #root: Node = newNode();
  /** Where the values of subcharts sit. */
  readonly #scopes: readonly (readonly string[])[];
  complete = true;

  constructor(scopes: readonly (readonly string[])[]) {
    this.#scopes = scopes.filter((scope) => scope.length > 0);
  }

  /**
   * Records that a value (a pattern: `*` stands for any key) is used. Helm copies the `global` map into every subchart, so
   * a subchart that reads its own reads the release's.
   */
  add(pattern: readonly string[], use: ValueUse): void {
    this.#addAt(pattern, use);
    for (const scope of this.#scopes) {
      const isGlobal = pattern[scope.length] === 'global' && scope.every((key, i) => pattern[i] === key);
      if (isGlobal) this.#addAt(pattern.slice(scope.length), use);
    }
  }

  #addAt(pattern: readonly string[], use: ValueUse): void {
    let node = this.#root;
    for (const segment of pattern) {
      let next = node.children.get(segment);
      if (next === undefined) {
        next = newNode();
        node.children.set(segment, next);
      }
      node = next;
    }
    node.uses.add(use);
  }

  reads(path: ValuesPath): boolean {
    return this.readsWhole(path) || this.#nodes(path).length > 0;
  }

  readsWhole(path: ValuesPath): boolean {
    let nodes = [this.#root];
    for (const segment of [...path, undefined]) {
      if (nodes.some(isDeep)) return true;
      if (segment !== undefined) nodes = below(nodes, segment);
    }
    return false;
  }

  usesOf(path: ValuesPath): ReadonlySet<ValueUse> {
    return new Set(this.#nodes(path).flatMap((node) => [...node.uses]));
  }

  namesBelow(path: ValuesPath): readonly string[] {
    const names = this.#nodes(path).flatMap((node) => [...node.children.keys()]);
    return [...new Set(names)].filter((name) => name !== ANY);
  }

  #nodes(path: ValuesPath): Node[] {
    let nodes = [this.#root];
    for (const segment of path) nodes = below(nodes, segment);
    return nodes;
  }
}

function newNode(): Node {
  return { children: new Map(), uses: new Set() };
}

function isDeep(node: Node): boolean {
  for (const use of node.uses) if (!SHALLOW.has(use)) return true;
  return false;
}

function below(nodes: readonly Node[], segment: string | number): Node[] {
  const found: Node[] = [];
  for (const { children } of nodes) {
    const named = children.get(String(segment));
    const any = children.get(ANY);
    if (named !== undefined) found.push(named);
    if (any !== undefined && any !== named) found.push(any);
  }
  return found;
}
