/** More calls of named templates, each with another argument, than any chart makes. */
const MOST_CALLS = 5_000;

/** Calls within calls; those of charts end long before, and what does not end grows with each. */
const MOST_NESTED = 40;

/** Follows each call once: the same template with the same argument reads the same. */
export class CallLog {
  readonly #called = new Set<string>();
  #depth = 0;
  /** Whether a call was left out because there are too many, or too many within each other. */
  isCut = false;

  once(key: string, follow: () => void): void {
    if (this.#called.has(key)) return;
    this.#called.add(key);
    if (this.#called.size > MOST_CALLS || this.#depth >= MOST_NESTED) {
      this.isCut = true;
      return;
    }
    this.#depth += 1;
    follow();
    this.#depth -= 1;
  }
}
