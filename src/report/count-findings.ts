import type { LintResult } from '../model/lint-result.ts';

/** Numbers for summary lines. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings with a safe fix. */
  readonly fixable: number;
}

/** Counts the findings by severity. */
export function countFindings({ findings }: Pick<LintResult, 'findings'>): Counts {
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    fixable: findings.filter(({ fix }) => fix?.safe === true).length,
  };
}
