import type { LintResult } from '../../model/lint-result.ts';
import { anchorFile } from '../anchor-file.ts';
import { isFileOnDisk } from '../file-kind.ts';

/** The name of the chart that a file sets values of, for people; a flag counts to the chart of the first file. */
export function chartOfFile(result: Pick<LintResult, 'releases'>): (file: string) => string {
  const charts = new Map<string, string>();
  for (const { title, chart, files } of result.releases) {
    for (const file of files) if (!charts.has(file)) charts.set(file, title ?? chart ?? NO_CHART);
  }
  const anchor = anchorFile(result);
  return (file) => charts.get(isFileOnDisk(file) ? file : (anchor ?? file)) ?? NO_CHART;
}

const NO_CHART = 'no known chart';
