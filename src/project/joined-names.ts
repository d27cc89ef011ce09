/** Names that belong together, directly or through others. */
export class JoinedNames {
  readonly #parents = new Map<string, string>();

  /** Says that two names belong together. */
  join(a: string, b: string): void {
    this.#parents.set(this.of(b), this.of(a));
  }

  /** One of the names that the name belongs together with, the same for all of them. */
  of(name: string): string {
    let root = name;
    for (
      let next = this.#parents.get(root);
      next !== undefined && next !== root;
      next = this.#parents.get(root)
    ) {
      root = next;
    }
    // Whoever asks again takes one step.
    for (let at = name; at !== root; ) {
      const next = this.#parents.get(at)!;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}
