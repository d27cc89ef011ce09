import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { LintedRelease, LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import { assembleRelease } from './assemble-release.ts';
import { gradeFindings } from './grade-findings.ts';
import { type FoundIn, mergeDuplicates } from './merge-duplicates.ts';
import type { ReleaseInput } from './release-input.ts';
import { runRules } from './run-rules.ts';
import { sortFindings } from './sort-findings.ts';
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
}

/** The pipeline: validate, run the rules, merge duplicates, weigh, suppress, sort. */
export function lintProject(project: Project): LintResult {
  const { releases, policy, sources, comments, files } = project;
  const found: FoundIn[] = project.findings.map((finding) => ({ finding, release: undefined }));
  for (const release of releases) {
    for (const finding of lintRelease(release, policy)) found.push({ finding, release });
  }
  const graded = gradeFindings(mergeDuplicates(found), policy);
  const { findings, suppressed } = suppressFindings(sortFindings(graded), comments, sources, policy);
  return { releases: releases.map(describe), findings: sortFindings(findings), sources, files, suppressed };
}

function lintRelease(input: ReleaseInput, policy: Policy): Finding[] {
  const assembled = assembleRelease(input);
  const schemaFindings = validateRelease(assembled, input);
  const ruleFindings = runRules(assembled.release, policy);
  const schemaSays = withoutCovered(schemaFindings, ruleFindings);
  return [...assembled.findings, ...schemaSays, ...withoutYielding(ruleFindings, schemaSays, policy)];
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

/** Drops what a rule says of a value about which the schema has said the same. */
function withoutYielding(
  ruleFindings: readonly Finding[],
  schemaFindings: readonly Finding[],
  { rules }: Policy,
): Finding[] {
  const spoken = new Set(schemaFindings.map(({ rule, path }) => `${rule} ${path}`));
  const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]));
  return ruleFindings.filter(
    ({ rule, path }) => !yieldsTo.get(rule)?.some((check) => spoken.has(`${check} ${path}`)),
  );
}

function describe({ chart, detectedBy, files }: ReleaseInput): LintedRelease {
  return { chart: chart?.name, title: chart?.title, version: chart?.version, detectedBy, files };
}
