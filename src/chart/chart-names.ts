import path from 'node:path';
import { exists, files } from '../files/observed-files.ts';

/** A chart below the same repository, as Chart.yaml names it. */
const LOCAL_CHART = /\bfile:\/\/([^\s"',}\]]+)/g;

/** Finds out which charts lie in which without reading them: enough to know what is read together. */
export class ChartNames {
  readonly #reached = new Map<string, readonly string[]>();

  /** The chart in a directory, the charts around it, and those that it takes from `file://`. Nothing without a Chart.yaml. */
  reached(directory: string): readonly string[] {
    const known = this.#reached.get(directory);
    if (known !== undefined) return known;
    const reached = new Set<string>();
    const visit = (chart: string): void => {
      if (reached.has(chart) || !isChart(chart)) return;
      reached.add(chart);
      for (const below of localCharts(chart)) visit(below);
      const charts = path.dirname(chart);
      if (path.basename(charts) === 'charts') visit(path.dirname(charts));
    };
    visit(directory);
    const list = [...reached];
    this.#reached.set(directory, list);
    return list;
  }
}

function isChart(directory: string): boolean {
  return exists(path.join(directory, 'Chart.yaml'));
}

function localCharts(chart: string): string[] {
  return ['Chart.yaml', 'requirements.yaml'].flatMap((name) => {
    const file = path.join(chart, name);
    const text = exists(file) ? files().readText(file) : '';
    return Array.from(text.matchAll(LOCAL_CHART), ([, target = '']) => path.resolve(chart, target));
  });
}
