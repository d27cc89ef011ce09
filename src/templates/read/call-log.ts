import type { Output } from './template-output.ts';

/** More calls of named templates, each with another argument, than any chart makes. */
const MOST_CALLS = 5_000;

/** Calls within calls; those of charts end long before, and what does not end grows with each. */
const MOST_NESTED = 40;

/** Characters of all the keys: arguments that grow with each call make keys that do, and each costs its length. */
const MOST_KEYED = 8_000_000;

/** Follows each call once: the same template with the same argument reads and prints the same. */
export class CallLog {
  /** What each call prints; nothing is known of it while it goes on. */
  readonly #called = new Map<string, Output>();
  #depth = 0;
  #keyed = 0;
  /** Whether a call was left out because there are too many, or too many within each other. */
  isCut = false;

  once(key: string, follow: () => Output): Output {
    if (this.#called.has(key)) return this.#called.get(key);
    this.#called.set(key, undefined);
    this.#keyed += key.length;
    const isTooMany = this.#called.size > MOST_CALLS || this.#keyed > MOST_KEYED;
    if (isTooMany || this.#depth >= MOST_NESTED) {
      this.isCut = true;
      return undefined;
    }
    this.#depth += 1;
    const output = follow();
    this.#called.set(key, output);
    this.#depth -= 1;
    return output;
  }
}
