import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { LintedRelease, LintResult } from '../model/lint-result.ts';
import { sortFindings } from '../model/sort-findings.ts';
import type { Span } from '../model/span.ts';
import { applyBaseline, type Baseline } from './apply-baseline.ts';
import { type AssembledRelease, assembleRelease } from './assemble-release.ts';
import { withoutRefused } from './conflict-findings.ts';
import { gradeFindings } from './grade-findings.ts';
import { type FoundIn, mergeDuplicates } from './merge-duplicates.ts';
import type { ReleaseInput } from './release-input.ts';
import { runRules } from './run-rules.ts';
import { secretSpans, spansByFile } from './secret-spans.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import { suppressFindings } from './suppress-findings.ts';
import { type SchemaFinding, validateRelease } from './validate-release.ts';

/** Everything that one run lints. */
export interface Project {
  readonly releases: readonly ReleaseInput[];
  readonly policy: Policy;
  /** What reading the files and finding the charts has already found. */
  readonly findings: readonly Finding[];
  /** Text of every file read, by the file's name in spans. */
  readonly sources: ReadonlyMap<string, string>;
  /** The `# chartlint-…` comments of each file that has some. */
  readonly comments: ReadonlyMap<string, readonly Span[]>;
  /** Number of values files read. */
  readonly files: number;
  readonly baseline?: Baseline | undefined;
  /** Called after each release, for a progress line. */
  readonly onProgress?: ((linted: number, total: number) => void) | undefined;
}

/** The pipeline: validate, run the rules, merge duplicates, weigh, suppress, leave out the baseline, sort. */
export function lintProject(project: Project): LintResult {
  const { releases, policy, files } = project;
  const found: FoundIn[] = project.findings.map((finding) => ({ finding, release: undefined }));
  const secrets: Span[] = [];
  let linted = 0;
  for (const release of releases) {
    const assembled = assembleRelease(release);
    for (const finding of lintRelease(assembled, release, policy)) found.push({ finding, release });
    secrets.push(...secretSpans(assembled.release));
    linted += 1;
    project.onProgress?.(linted, releases.length);
  }
  const graded = gradeFindings(mergeDuplicates(found, releases), policy);
  return {
    releases: releases.map(describe),
    ...hideKnown(sortFindings(graded), project),
    files,
    secrets: spansByFile(secrets),
  };
}

/** Takes out what comments and the baseline hide; what is wrong with those comments and entries comes in. */
function hideKnown(
  graded: readonly Finding[],
  { sources, comments, policy, baseline }: Project,
): Pick<LintResult, 'findings' | 'suppressed' | 'sources'> {
  const commented = suppressFindings(graded, comments, sources, policy);
  if (baseline === undefined) {
    return { sources, suppressed: commented.suppressed, findings: sortFindings(commented.findings) };
  }
  const accepted = applyBaseline(sortFindings(commented.findings), baseline);
  const hidden = [...commented.suppressed, ...accepted.suppressed];
  const order = new Map(sortFindings(hidden.map(({ finding }) => finding)).map((finding, i) => [finding, i]));
  return {
    sources: new Map([...sources, [baseline.file, baseline.text]]),
    suppressed: hidden.sort((a, b) => order.get(a.finding)! - order.get(b.finding)!),
    findings: sortFindings(gradeFindings(accepted.findings, policy)),
  };
}

function lintRelease(assembled: AssembledRelease, input: ReleaseInput, policy: Policy): Finding[] {
  const schemaFindings = validateRelease(assembled, input);
  const ruleFindings = runRules(assembled.release, policy);
  const schemaSays = withoutCovered(schemaFindings, ruleFindings);
  const enforced = input.schema?.enforcedByHelm ?? true;
  const merging = withoutRefused(assembled.findings, schemaSays);
  return [...merging, ...settleOverlaps(schemaSays, ruleFindings, policy.rules, enforced)];
}

/** Drops schema findings about which a rule has spoken. */
function withoutCovered(
  schemaFindings: readonly SchemaFinding[],
  ruleFindings: readonly Finding[],
): Finding[] {
  const spoken = new Set(ruleFindings.map(({ rule }) => rule));
  return schemaFindings
    .filter(({ coveredBy }) => coveredBy === undefined || !spoken.has(coveredBy))
    .map(({ finding }) => finding);
}

function describe({ chart, detectedBy, stack, files }: ReleaseInput): LintedRelease {
  const { name, title, version } = chart ?? {};
  return { chart: name, title, version, detectedBy, ...(stack === undefined ? {} : { stack }), files };
}
