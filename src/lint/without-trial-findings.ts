import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { ReleaseInput } from './release-input.ts';

/** Folders of what tests install: nothing of it is meant to last. */
const TESTS = new Set('ci test tests testing testdata e2e fixtures scenarios'.split(' '));
/** Folders that people copy from. */
const SAMPLES = new Set('examples example samples sample'.split(' '));
/** What is right in both: credentials that guard nothing, names that somebody will replace, images for a day. */
const SILENT = new Set([
  'secret-weak',
  'secret-inline',
  'secret-default-credential',
  'placeholder-value',
  'ingress-host-placeholder',
  'mutable-image-tag',
  'mutable-tag-if-not-present',
]);
/** What a release lives with that is gone after the test. */
const SILENT_IN_TESTS = new Set(['hpa-requires-requests', 'pdb-blocks-eviction', 'probe-timing']);

/** Leaves out what releases of files in `ci/` and `examples/` do not hear about, and what is said of a place there. */
export function withoutTrialFindings(
  findings: readonly Finding[],
  { files }: Pick<ReleaseInput, 'files'>,
): Finding[] {
  const main = files.at(-1);
  return findings.filter(({ rule, span }) => {
    const sources = main === undefined ? [span.source] : [span.source, main];
    const isIn = (names: ReadonlySet<string>): boolean => sources.some((source) => liesIn(source, names));
    if (SILENT.has(rule)) return !isIn(TESTS) && !isIn(SAMPLES);
    return !SILENT_IN_TESTS.has(rule) || !isIn(TESTS);
  });
}

function liesIn({ shown }: Source, names: ReadonlySet<string>): boolean {
  const folders = shown.split('/').slice(0, -1);
  return folders.some((folder) => names.has(folder));
}
