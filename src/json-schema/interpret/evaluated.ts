/** Which entries of a map or list some keyword has looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export class Evaluated {
  readonly #keys = new Set<string | number>();
  /** All items before this one. */
  #items = 0;

  /** Notes a key of a map, or the index of one item. */
  note(key: string | number): void {
    this.#keys.add(key);
  }

  /** Notes the items up to an index. */
  noteItems(end: number): void {
    this.#items = Math.max(this.#items, end);
  }

  /** Whether the entry was looked at. */
  has(key: string | number): boolean {
    return (typeof key === 'number' && key < this.#items) || this.#keys.has(key);
  }

  /** Notes all that the other has. */
  add(other: Evaluated): void {
    for (const key of other.#keys) this.#keys.add(key);
    this.noteItems(other.#items);
  }
}
