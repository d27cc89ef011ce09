import path from 'node:path';
import { exists } from './observed-files.ts';

/**
 * The closest directory at or above the file's that has a Chart.yaml. The search ends at the root of the repository,
 * so that a chart somewhere above a checkout is never taken for the chart of its files.
 */
export function findChartDirectory(file: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (exists(path.join(folder, 'Chart.yaml'))) return folder;
    if (exists(path.join(folder, '.git')) || path.dirname(folder) === folder) return undefined;
  }
}
