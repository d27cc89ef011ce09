import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';

/** A chart below the same repository, as Chart.yaml names it. */
const LOCAL_CHART = /\bfile:\/\/([^\s"',}\]]+)/g;

/** Finds out which charts lie in which without reading them: enough to know what is read together. */
export class ChartNames {
  readonly #files: FileSystem;
  readonly #reached = new Map<string, readonly string[]>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The chart in a directory, the charts around it, and those that it takes from `file://`. Nothing without a Chart.yaml. */
  reached(directory: string): readonly string[] {
    const known = this.#reached.get(directory);
    if (known !== undefined) return known;
    const reached = new Set<string>();
    const visit = (chart: string): void => {
      if (reached.has(chart) || !isChart(this.#files, chart)) return;
      reached.add(chart);
      for (const below of localCharts(this.#files, chart)) visit(below);
      const charts = path.dirname(chart);
      if (path.basename(charts) === 'charts') visit(path.dirname(charts));
    };
    visit(directory);
    const list = [...reached];
    this.#reached.set(directory, list);
    return list;
  }
}

function isChart(files: FileSystem, directory: string): boolean {
  return files.exists(path.join(directory, 'Chart.yaml'));
}

function localCharts(files: FileSystem, chart: string): string[] {
  return ['Chart.yaml', 'requirements.yaml'].flatMap((name) => {
    const file = path.join(chart, name);
    const text = files.exists(file) ? files.readText(file) : '';
    return Array.from(text.matchAll(LOCAL_CHART), ([, target = '']) => path.resolve(chart, target));
  });
}
