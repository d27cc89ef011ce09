import type { LintResult } from '../model/lint-result.ts';
import { isFileOnDisk, type Source } from '../model/source.ts';

/** The first file of the first release that has one: where formats that need a file put findings about a flag. */
export function anchorFile({ releases }: Pick<LintResult, 'releases'>): Source | undefined {
  return releases.flatMap(({ files }) => files).find(isFileOnDisk);
}
