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
  /** What else the values hold, by path; undefined takes away what the base has there. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** Correct values that both are laid over. With them a twin has nothing that any rule warns of. */
  readonly base?: Base;
  /** What the pipeline passes besides what it passes for the base. */
  readonly provided?: readonly string[];
  /** What it does not pass of what it passes for the base. */
  readonly unprovided?: readonly string[];
  readonly environment?: string;
  /** The network plugin of the cluster. */
  readonly cni?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Whether the value is given by a flag. */
  readonly flags?: boolean;
  /** Claims with the same word, about values that do not touch each other, are held against one file. */
  readonly together?: string;
}

/** A release of a chart with which nothing is wrong. */
export interface Base {
  readonly values: Readonly<Record<string, unknown>>;
  /** What its pipeline passes. */
  readonly provided: readonly string[];
}

/** What a row says besides its values. */
export type More = Partial<Omit<Claim, 'chart' | 'claim' | 'path' | 'bad' | 'good' | 'rule'>>;

/** A claim without its chart. */
export type Row = readonly [
  claim: string,
  path: string,
  bad: unknown,
  good: unknown,
  rule: string,
  more?: More,
];

/** The claims of a chart from rows. */
export function claimsOf(chart: string, rows: readonly Row[], base?: Base): readonly Claim[] {
  return rows.map(([claim, path, bad, good, rule, more]) => ({
    chart,
    claim,
    path,
    bad,
    good,
    rule,
    ...(base === undefined ? {} : { base }),
    ...more,
  }));
}

/** The values of claims that share a file, each with its value at its path. */
export function valuesOf(claims: readonly Claim[], part: 'bad' | 'good'): object {
  const root: Record<string, unknown> = {};
  const { base, beside = {} } = claims[0]!;
  for (const [path, value] of Object.entries({ ...base?.values, ...beside })) put(root, path, value);
  // A twin that is left away is what the others say.
  for (const { path, [part]: value } of claims)
    if (part === 'bad' || value !== undefined) put(root, path, value);
  return root;
}

type Values = Record<string, unknown>;

function put(root: Values, path: string, value: unknown): void {
  const keys = path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
  if (value === undefined) remove(root, keys);
  else set(root, keys, structuredClone(value));
}

function set(root: Values, keys: readonly string[], value: unknown): void {
  let parent = root;
  for (const key of keys.slice(0, -1)) {
    parent[key] ??= {};
    parent = parent[key] as Values;
  }
  parent[keys.at(-1)!] = value;
}

/** Takes a value away, and the maps around it that it leaves empty. */
function remove(root: Values, [key, ...rest]: readonly string[]): void {
  const value = root[key!];
  if (rest.length > 0 && typeof value === 'object' && value !== null) {
    remove(value as Values, rest);
    if (Object.keys(value).length > 0) return;
  } else if (rest.length > 0) return;
  delete root[key!];
}
