import type { MergedChart } from '../../merge/merge-chart.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { RenderedFile } from '../../templates/chart/sort-manifests.ts';
import { sourceOf } from '../../templates/value/text-origin.ts';
import { pathOf, sourceParts, type ValuesSource } from '../../templates/value/values-source.ts';

/** A place of the values, with those below it that are in the output or decided anything. */
interface Reached {
  readonly below: Map<string, Reached>;
}

/**
 * Which values are in what a release renders, or decided its branches. Linear in the pieces of the output. A copy of `global`
 * that a chart below reads is the original's. A map that is handed around says nothing of what is in it.
 */
export function valuesReach(
  files: readonly RenderedFile[],
  root: MergedChart,
): (path: ValuesPath) => boolean {
  const tree: Reached = { below: new Map() };
  const scopes = scopesBelow(root);
  const add = (source: ValuesSource | undefined): void => {
    for (const part of sourceParts(source)) {
      if (part.from !== 'place') continue;
      const path = pathOf(part);
      enter(tree, path);
      const global = path.indexOf('global');
      if (global > 0 && scopes.has(JSON.stringify(path.slice(0, global)))) enter(tree, path.slice(global));
    }
  };
  for (const { origin, decided } of files) {
    add(sourceOf(origin));
    add(decided);
  }
  return (path) => {
    let at: Reached | undefined = tree;
    for (const key of path) {
      at = at.below.get(String(key));
      if (at === undefined) return false;
    }
    return true;
  };
}

function enter(tree: Reached, path: ValuesPath): void {
  let at = tree;
  for (const key of path) {
    let next = at.below.get(String(key));
    if (next === undefined) {
      next = { below: new Map() };
      at.below.set(String(key), next);
    }
    at = next;
  }
}

function scopesBelow(root: MergedChart): ReadonlySet<string> {
  const scopes = new Set<string>();
  const open = [...root.subcharts];
  for (let chart = open.pop(); chart !== undefined; chart = open.pop()) {
    scopes.add(JSON.stringify(chart.path));
    open.push(...chart.subcharts);
  }
  return scopes;
}
