import type { MergedChart } from '../../merge/merge-chart.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { RenderedFile } from '../../templates/chart/sort-manifests.ts';
import { sourceOf } from '../../templates/value/text-origin.ts';
import { pathOf, sourceParts, type ValuesSource } from '../../templates/value/values-source.ts';

/** A place of the values, with those below it that are in the output or decided anything. */
interface Reached {
  /** Whether the value itself is in the output: then all that is in it is. */
  isWritten: boolean;
  readonly below: Map<string, Reached>;
}

/**
 * Which values are in what a release renders, or decided its branches. Linear in the pieces of the output. A copy of `global`
 * that a chart below reads is the original's.
 */
export function valuesReach(
  files: readonly RenderedFile[],
  root: MergedChart,
): (path: ValuesPath) => boolean {
  const tree: Reached = { isWritten: false, below: new Map() };
  const scopes = scopesBelow(root);
  const add = (source: ValuesSource | undefined, isWritten: boolean): void => {
    for (const part of sourceParts(source)) {
      if (part.from !== 'place') continue;
      const path = pathOf(part);
      enter(tree, path, isWritten);
      const global = path.indexOf('global');
      if (global > 0 && scopes.has(JSON.stringify(path.slice(0, global))))
        enter(tree, path.slice(global), isWritten);
    }
  };
  for (const { origin, decided } of files) {
    add(sourceOf(origin), true);
    add(decided, false);
  }
  return (path) => {
    let at: Reached | undefined = tree;
    for (const key of path) {
      if (at.isWritten) return true;
      at = at.below.get(String(key));
      if (at === undefined) return false;
    }
    return true;
  };
}

function enter(tree: Reached, path: ValuesPath, isWritten: boolean): void {
  // The root of the values is handed around; that says nothing of a single one.
  if (path.length === 0) return;
  let at = tree;
  for (const key of path) {
    let next = at.below.get(String(key));
    if (next === undefined) {
      next = { isWritten: false, below: new Map() };
      at.below.set(String(key), next);
    }
    at = next;
  }
  at.isWritten ||= isWritten;
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
