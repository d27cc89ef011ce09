import type { RuleSetting } from '../../../src/index.ts';

/** A statement of a README that a values file can break. */
export interface Claim {
  /** With the state: `zymtrace@26.8.4`. */
  readonly chart: string;
  /** In our own words. */
  readonly claim: string;
  /** Where the value stands, keys with dots between them; `\.` is a dot in a key. */
  readonly path: string;
  /** A value that breaks it, and its twin that does not; undefined leaves it away. */
  readonly bad: unknown;
  readonly good: unknown;
  readonly rule: string;
  /** JSON Pointer of the finding; that of `path` by default. */
  readonly at?: string;
  /** What else the values hold, by path. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly environment?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Whether the value is given by a flag. */
  readonly flags?: boolean;
}

type Row = readonly [
  claim: string,
  path: string,
  bad: unknown,
  good: unknown,
  rule: string,
  more?: Partial<Claim>,
];

/** The claims of a chart from rows. */
export function claimsOf(chart: string, rows: readonly Row[]): readonly Claim[] {
  return rows.map(([claim, path, bad, good, rule, more]) => ({
    chart,
    claim,
    path,
    bad,
    good,
    rule,
    ...more,
  }));
}

/** The values of a claim, with the value at its path. */
export function valuesOf({ path, beside = {} }: Claim, value: unknown): object {
  const root: Record<string, unknown> = {};
  for (const [at, one] of [...Object.entries(beside), [path, value] as const]) {
    if (one === undefined) continue;
    const keys = at.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
    let parent = root;
    for (const key of keys.slice(0, -1)) {
      parent[key] ??= {};
      parent = parent[key] as Record<string, unknown>;
    }
    parent[keys.at(-1)!] = one;
  }
  return root;
}
