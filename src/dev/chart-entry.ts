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
    states: states.map(({ state, profile: { version, appVersion } }) => ({
      state,
      version,
      ...(appVersion === undefined ? {} : { appVersion }),
    })),
    lacking: lacking(trees),
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

/** For each state the keys that others have and it has not, but for what lies below such a key. */
function lacking(trees: readonly KeyTree[]): string[][] {
  const all = trees.reduce<KeyTree>(union, {});
  return trees.map((tree) => {
    const missing: string[] = [];
    const visit = (some: KeyTree | true, whole: KeyTree | true, path: readonly string[]): void => {
      if (some === true || whole === true) return;
      for (const [key, below] of Object.entries(whole)) {
        if (Object.hasOwn(some, key)) visit(some[key]!, below, [...path, key]);
        else missing.push(toPointer([...path, key]));
      }
    };
    visit(tree, all, []);
    return missing;
  });
}
