import type { LintReport } from './lint-report.ts';
import type { TextFile } from './text-file.ts';

/** What fixing came to. */
export interface FixedTexts {
  /** What is left. */
  readonly report: LintReport;
  /** The files, fixed; those without a fix as they were. */
  readonly files: readonly TextFile[];
}
