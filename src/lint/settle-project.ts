import type { Policy } from '../config/policy.ts';
import type { ControlComment } from '../model/control-comment.ts';
import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lint-result.ts';
import { mergeFileFindings } from '../model/merge-file-findings.ts';
import { sortFindings } from '../model/sort-findings.ts';
import { applyBaseline, type Baseline } from './apply-baseline.ts';
import { gradeFindings } from './grade-findings.ts';
import type { ReleaseFindings } from './lint-release.ts';
import { type FoundIn, mergeDuplicates } from './merge-duplicates.ts';
import { spansByFile } from './secret-spans.ts';
import { suppressFindings } from './suppress-findings.ts';

/** All that is found in a project, release by release, before anything of it is hidden. */
export interface ProjectFindings {
  /** In the order in which they were planned. */
  readonly releases: readonly ReleaseFindings[];
  /** What reading the files and finding the charts has found. */
  readonly reading: readonly Finding[];
  /** Text of every file that a span refers to or that has comments, by the id of its source. */
  readonly sources: ReadonlyMap<string, string>;
  /** The `# chartlint-…` comments of each file that has some. */
  readonly comments: ReadonlyMap<string, readonly ControlComment[]>;
  /** Number of values files read. */
  readonly files: number;
  /** Of which run it is a part; undefined for a whole run. */
  readonly shard?: unknown;
}

/** The second half of the pipeline, over all releases: merge duplicates, weigh, suppress, leave out the baseline, sort. */
export function settleProject(found: ProjectFindings, policy: Policy, baseline?: Baseline): LintResult {
  const releases = found.releases.map(({ name, release: { files } }) => ({ name, files }));
  const all: FoundIn[] = found.reading.map((finding) => ({ finding, release: undefined }));
  for (const [i, { id, findings }] of found.releases.entries()) {
    // A text that holds several releases does not tell which of them a finding is about.
    const isNamed = id.source !== undefined && id.name !== undefined;
    for (const finding of findings) {
      all.push({ finding: isNamed ? { ...finding, release: id } : finding, release: releases[i] });
    }
  }
  const merged = mergeDuplicates(all, releases);
  const aboutRun = merged.filter(({ rule }) => policy.isAboutRun(rule));
  const graded = gradeFindings(
    merged.filter(({ rule }) => !policy.isAboutRun(rule)),
    policy,
  );
  const { shown, ofDefaults } = splitDefaults(graded, policy);
  const known = hideKnown(sortFindings(shown), aboutRun, found, policy, baseline);
  return {
    releases: found.releases.map(({ release }) => release),
    ...known,
    // What is said once for all files is only known when all parts of a run are together.
    findings: found.shard === undefined ? mergeFileFindings(known.findings) : known.findings,
    ...(ofDefaults === 0 ? {} : { ofDefaults }),
    files: found.files,
    secrets: spansByFile(found.releases.flatMap(({ secrets }) => secrets)),
  };
}

/** The findings to show, and how many others are about defaults that charts bring along. */
function splitDefaults(
  graded: readonly Finding[],
  { includeDefaults }: Policy,
): { readonly shown: readonly Finding[]; readonly ofDefaults: number } {
  if (includeDefaults) return { shown: graded, ofDefaults: 0 };
  const shown = graded.filter(({ ofDefaults }) => ofDefaults !== true);
  return { shown, ofDefaults: graded.length - shown.length };
}

/** Takes out what comments and the baseline hide; what is wrong with those comments and entries comes in. */
function hideKnown(
  graded: readonly Finding[],
  aboutRun: readonly Finding[],
  { sources, comments }: ProjectFindings,
  policy: Policy,
  baseline: Baseline | undefined,
): Pick<LintResult, 'findings' | 'suppressed' | 'sources'> {
  const commented = suppressFindings(graded, comments, sources, policy);
  if (baseline === undefined) {
    return {
      sources,
      suppressed: commented.suppressed,
      findings: sortFindings([...aboutRun, ...commented.findings]),
    };
  }
  const accepted = applyBaseline(sortFindings(commented.findings), baseline);
  const hidden = [...commented.suppressed, ...accepted.suppressed];
  const order = new Map(sortFindings(hidden.map(({ finding }) => finding)).map((finding, i) => [finding, i]));
  return {
    sources: new Map([...sources, [baseline.source.id, baseline.text]]),
    suppressed: hidden.sort((a, b) => order.get(a.finding)! - order.get(b.finding)!),
    findings: sortFindings([...aboutRun, ...gradeFindings(accepted.findings, policy)]),
  };
}
