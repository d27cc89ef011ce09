import type { FileSystem } from '../files/file-system.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import { path } from '../files/path.ts';

/** What makes a chart, other than values, relative to its folder. */
const PARTS = /^(?:Chart\.(?:yaml|lock)|\.helmignore|[^/]*\.schema\.json|(?:templates|charts)\/.*)$/;

/** Tells whether a values file lies in a chart of which a template, a schema or another part changed: then it may have become wrong. */
export function inChangedChart(
  files: FileSystem,
  cwd: string,
  changed: ReadonlySet<string>,
): (file: string) => boolean {
  const charts = new Set<string>();
  for (const file of changed) {
    for (let folder = path.dirname(file); isAtOrBelow(folder, cwd); folder = path.dirname(folder)) {
      if (charts.has(folder)) continue;
      const part = path.relative(folder, file).replaceAll('\\', '/');
      if (PARTS.test(part) && files.exists(path.join(folder, 'Chart.yaml'))) charts.add(folder);
      if (folder === path.dirname(folder)) break;
    }
  }
  return (file) => {
    if (charts.size === 0) return false;
    for (let folder = path.dirname(file); isAtOrBelow(folder, cwd); folder = path.dirname(folder)) {
      if (files.exists(path.join(folder, 'Chart.yaml'))) return charts.has(folder);
      if (folder === path.dirname(folder)) return false;
    }
    return false;
  };
}
