import type { Tree } from '../parse/node.ts';
import { isEmptyList } from '../parse/tree-parser.ts';

/** The templates that can be called by name. What `tpl` defines lies over those of the chart and ends with it. */
export class TemplateSet {
  readonly #own = new Map<string, Tree>();
  readonly #outer: TemplateSet | undefined;

  constructor(outer?: TemplateSet) {
    this.#outer = outer;
  }

  find(name: string): Tree | undefined {
    for (let set: TemplateSet | undefined = this; set !== undefined; set = set.#outer) {
      const tree = set.#own.get(name);
      if (tree !== undefined) return tree;
    }
    return undefined;
  }

  /** The later one wins, but nothing is replaced by a template without content (Template.associate of Go). */
  add(tree: Tree): void {
    if (this.find(tree.name) === undefined || !isEmptyList(tree.root)) this.#own.set(tree.name, tree);
  }
}
