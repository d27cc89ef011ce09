/** From this many decoded nodes on, go-yaml allows a smaller share of them to come from aliases (`decode.go`). */
const RATIO_RANGE_LOW = 400_000;
const RATIO_RANGE_HIGH = 4_000_000;

/**
 * go-yaml's guard against documents that grow without bound when their aliases are expanded ("billion laughs"): it counts
 * the nodes it decodes and how many of them it reached through an alias.
 */
export class AliasBudget {
  #decoded = 0;
  #aliased = 0;

  get decoded(): number {
    return this.#decoded;
  }

  /** Counts nodes that are written where they are read. False when go-yaml gives up on the document. */
  spend(nodes: number): boolean {
    this.#decoded += nodes;
    return this.#aliased <= 100 || this.#withinRatio();
  }

  /** Counts the alias itself and the nodes it stands for. False when go-yaml gives up on the document. */
  spendAlias(nodes: number): boolean {
    this.#decoded += 1 + nodes;
    this.#aliased += nodes;
    return this.#aliased <= 100 || this.#withinRatio();
  }

  #withinRatio(): boolean {
    return this.#decoded <= 1000 || this.#aliased / this.#decoded <= allowedRatio(this.#decoded);
  }
}

function allowedRatio(decoded: number): number {
  if (decoded <= RATIO_RANGE_LOW) return 0.99;
  if (decoded >= RATIO_RANGE_HIGH) return 0.1;
  return 0.99 - 0.89 * ((decoded - RATIO_RANGE_LOW) / (RATIO_RANGE_HIGH - RATIO_RANGE_LOW));
}
