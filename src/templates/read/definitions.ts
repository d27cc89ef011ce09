import type { ListNode, Tree } from '../parse/node.ts';

/** The named templates of charts. Of several with one name any may be called. */
export class Definitions {
  readonly #bodies = new Map<string, ListNode[]>();

  /** The copies of a library in the charts of a release are parsed once, and say the same. */
  add({ name, root }: Tree): void {
    const known = this.#bodies.get(name);
    if (known === undefined) this.#bodies.set(name, [root]);
    else if (!known.includes(root)) known.push(root);
  }

  /** Undefined when there is none of the name. */
  of(name: string): readonly ListNode[] | undefined {
    return this.#bodies.get(name);
  }

  names(): Iterable<string> {
    return this.#bodies.keys();
  }
}
