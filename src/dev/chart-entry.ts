import { type KeyTree, keyTree } from '../chart/chart-shape.ts';
import type { ShippedChartEntry } from '../chart/shipped-chart.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { ChartFolder } from './chart-folders.ts';

/** What the index of shipped charts says of one, from all its states, oldest first. */
export function chartEntry(states: readonly ChartFolder[]): ShippedChartEntry {
  const trees = states.map(({ schema }) => keyTree(schema));
  const { name, title, chartNames } = states.at(-1)!.profile;
  return {
    name,
    title,
    chartNames,
    keys: trees.reduce<KeyTree>(union, {}),
    states: states.map(({ state, profile: { version, since, appVersion } }) => ({
      state,
      version,
      ...(since === undefined ? {} : { since }),
      ...(appVersion === undefined ? {} : { appVersion }),
    })),
    partly: partly(states.map(({ schema }) => keyTree(schema, 'current'))),
  };
}

function union(a: KeyTree, b: KeyTree): KeyTree {
  const keys: Record<string, KeyTree | true> = { ...a };
  for (const [key, below] of Object.entries(b)) {
    const known = keys[key];
    keys[key] =
      known === undefined || (known !== true && below === true)
        ? below
        : known === true
          ? true
          : union(known, below as KeyTree);
  }
  return keys;
}

/** See `ShippedChartEntry.partly`. */
function partly(trees: readonly KeyTree[]): Record<string, number[]> {
  const lacking = new Map<string, boolean[]>();
  const all = trees.reduce<KeyTree>(union, {});
  for (const [i, tree] of trees.entries()) {
    for (const pointer of missing(tree, all)) {
      const has = lacking.get(pointer) ?? trees.map(() => true);
      has[i] = false;
      lacking.set(pointer, has);
    }
  }
  return Object.fromEntries([...lacking].map(([pointer, has]) => [pointer, rangesOf(has)]));
}

/** The keys of the whole that the part has not, but for what lies below them. */
function missing(part: KeyTree, whole: KeyTree): string[] {
  const found: string[] = [];
  const visit = (some: KeyTree | true, all: KeyTree | true, path: readonly string[]): void => {
    if (some === true || all === true) return;
    for (const [key, below] of Object.entries(all)) {
      if (Object.hasOwn(some, key)) visit(some[key]!, below, [...path, key]);
      else found.push(toPointer([...path, key]));
    }
  };
  visit(part, whole, []);
  return found;
}

function rangesOf(has: readonly boolean[]): number[] {
  const edges: number[] = [];
  for (let i = 0; i <= has.length; i++) if ((has[i] ?? false) !== (has[i - 1] ?? false)) edges.push(i);
  return edges;
}
