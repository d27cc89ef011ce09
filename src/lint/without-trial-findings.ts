import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';

/** Folders of what tests install: nothing of it is meant to last. */
const TESTS = new Set('ci test tests testing testdata e2e fixtures scenarios'.split(' '));
/** Folders that people copy from. */
const SAMPLES = new Set('examples example samples sample'.split(' '));
/** What is right in both: credentials that guard nothing, and names that somebody will replace. */
const SILENT = new Set([
  'secret-weak',
  'secret-inline',
  'secret-default-credential',
  'placeholder-value',
  'ingress-host-placeholder',
]);
/** A test that pulls another image tomorrow is none of the chart's users' business. */
const SILENT_IN_TESTS = new Set(['mutable-image-tag', 'mutable-tag-if-not-present']);

/** Leaves out what files in `ci/` and `examples/` do not hear about, in those files. */
export function withoutTrialFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule, span }) => {
    if (SILENT.has(rule)) return !liesIn(span.source, TESTS) && !liesIn(span.source, SAMPLES);
    return !SILENT_IN_TESTS.has(rule) || !liesIn(span.source, TESTS);
  });
}

function liesIn({ shown }: Source, names: ReadonlySet<string>): boolean {
  const folders = shown.split('/').slice(0, -1);
  return folders.some((folder) => names.has(folder));
}
