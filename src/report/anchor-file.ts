import type { LintResult } from '../model/lint-result.ts';
import { isFileOnDisk } from './file-kind.ts';

/** The first file of the first release that has one: where formats that need a file put findings about a flag. */
export function anchorFile({ releases }: Pick<LintResult, 'releases'>): string | undefined {
  return releases.flatMap(({ files }) => files).find(isFileOnDisk);
}
