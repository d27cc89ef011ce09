import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import type { Baseline } from './apply-baseline.ts';
import type { KeptRendering } from './kept-rendering.ts';
import { lintRelease, type ReleaseFindings } from './lint-release.ts';
import type { ReleaseInput } from './release-input.ts';
import { settleProject } from './settle-project.ts';

/** Everything that one run lints, read and held at once. Large projects go release by release instead. */
export interface Project {
  readonly releases: readonly ReleaseInput[];
  readonly policy: Policy;
  /** What reading the files and finding the charts has already found. */
  readonly findings: readonly Finding[];
  /** Text of every file read, by the id of its source. */
  readonly sources: ReadonlyMap<string, string>;
  /** The `# chartlint-…` comments of each file that has some. */
  readonly comments: ReadonlyMap<string, readonly Span[]>;
  /** Number of values files read. */
  readonly files: number;
  readonly baseline?: Baseline | undefined;
}

/** The pipeline: validate, run the rules, merge duplicates, weigh, suppress, leave out the baseline, sort. */
export async function lintProject({
  releases,
  policy,
  findings,
  baseline,
  ...project
}: Project): Promise<LintResult> {
  const linted: ReleaseFindings[] = [];
  const kept: KeptRendering = {};
  for (const release of releases) linted.push(await lintRelease(release, policy, kept));
  const sources = new Map([...project.sources, ...linted.flatMap(({ texts }) => [...texts])]);
  return settleProject({ ...project, sources, reading: findings, releases: linted }, policy, baseline);
}
