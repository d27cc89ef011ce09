import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/lint-result.ts';
import { releaseName } from '../model/release-name.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { Suppressed } from './suppress-findings.ts';

/** Findings that are known and accepted: so many of one rule about one path of one file, or of one release in it. */
export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the folder of the baseline file, with forward slashes. */
  readonly file: string;
  /** JSON Pointer into the effective values. */
  readonly path: string;
  /** The name of the release, where the file holds several. */
  readonly release?: string;
  readonly count: number;
}

/** A baseline file as it was read. */
export interface Baseline {
  readonly entries: readonly (BaselineEntry & {
    /** Where the entry stands in the baseline file. */
    readonly span: Span;
  })[];
  readonly text: string;
  readonly source: Source;
  /** The file of a source as the baseline names it; undefined for what is no file. */
  nameOf(source: Source): string | undefined;
  /** Whether an entry about this file can be stale: the run has read the file, or it is gone. */
  isSettled(file: string): boolean;
}

/** Takes out the findings that the baseline accepts, in their order, and reports entries that accept nothing any more. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline): Suppressed {
  const open = new Map<string, number>();
  for (const entry of baseline.entries) open.set(keyOf(entry), (open.get(keyOf(entry)) ?? 0) + entry.count);
  const left: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const file = baseline.nameOf(finding.span.source);
    const key = file === undefined ? '' : keyOf({ ...finding, file, release: releaseName(finding) });
    const accepted = open.get(key) ?? 0;
    if (accepted === 0) left.push(finding);
    else {
      open.set(key, accepted - 1);
      suppressed.push({ finding, by: 'baseline' });
    }
  }
  for (const entry of baseline.entries) {
    const unused = open.get(keyOf(entry)) ?? 0;
    if (unused === 0 || !baseline.isSettled(entry.file)) continue;
    open.set(keyOf(entry), Math.max(0, unused - entry.count));
    left.push(stale(entry, Math.min(unused, entry.count)));
  }
  return { findings: left, suppressed };
}

/** What an entry is about. */
type Subject = {
  readonly rule: string;
  readonly file: string;
  readonly path: string;
  readonly release?: string | undefined;
};

function keyOf({ rule, file, path, release }: Subject): string {
  return JSON.stringify([rule, file, path, release ?? null]);
}

function stale(entry: Baseline['entries'][number], unused: number): Finding {
  const { rule, file, path, release, count, span } = entry;
  const what = count === 1 ? `"${rule}"` : `${unused} of ${count} findings of "${rule}"`;
  const whole = release === undefined ? `"${file}"` : `"${release}" in "${file}"`;
  const place = path === '' ? whole : `${path} of ${whole}`;
  return {
    rule: 'baseline/stale',
    severity: 'info',
    problem: `${what} at ${place} ${unused === 1 ? 'is' : 'are'} in the baseline and no longer found`,
    why: 'The mistake could come back unseen.',
    help: 'Run with --update-baseline.',
    span,
    path: '',
    related: [],
  };
}
