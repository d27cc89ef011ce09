import type { LintResult } from '../../model/lint-result.ts';
import { isFileOnDisk, type Source } from '../../model/source.ts';
import { anchorFile } from '../anchor-file.ts';

/**
 * The name of the chart that a file sets values of, for people. A flag counts to the chart of the first file, and what is
 * beside or below a values file (Chart.yaml, a template) to the chart of that.
 */
export function chartOfFile(result: Pick<LintResult, 'releases'>): (source: Source) => string {
  const charts = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const { title, chart, files } of result.releases) {
    for (const { id } of files) {
      const name = title ?? chart ?? NO_CHART;
      if (!charts.has(id)) charts.set(id, name);
      if (!folders.has(folderOf(id))) folders.set(folderOf(id), name);
    }
  }
  const anchor = anchorFile(result);
  return (source) => {
    const { id } = isFileOnDisk(source) ? source : (anchor ?? source);
    return charts.get(id) ?? nearest(folders, folderOf(id)) ?? NO_CHART;
  };
}

function nearest(folders: ReadonlyMap<string, string>, folder: string): string | undefined {
  const isOutside = folder === '..' || folder.endsWith('/..');
  return folders.get(folder) ?? (folder === '' || isOutside ? undefined : nearest(folders, folderOf(folder)));
}

/** `charts/web/Chart.yaml` → `charts/web`; `''` at the root. */
function folderOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

const NO_CHART = 'no known chart';
