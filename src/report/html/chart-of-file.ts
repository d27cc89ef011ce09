import type { LintResult } from '../../model/lint-result.ts';
import { isFileOnDisk, type Source } from '../../model/source.ts';
import { anchorFile } from '../anchor-file.ts';

/** The name of the chart that a file sets values of, for people; a flag counts to the chart of the first file. */
export function chartOfFile(result: Pick<LintResult, 'releases'>): (source: Source) => string {
  const charts = new Map<string, string>();
  for (const { title, chart, files } of result.releases) {
    for (const { id } of files) if (!charts.has(id)) charts.set(id, title ?? chart ?? NO_CHART);
  }
  const anchor = anchorFile(result);
  return (source) => charts.get(isFileOnDisk(source) ? source.id : (anchor ?? source).id) ?? NO_CHART;
}

const NO_CHART = 'no known chart';
