import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';

/** Folders whose values nobody runs for others: what tests install, and what people copy from. */
const TRIALS = new Set(['ci', 'examples', 'example', 'samples']);
/** What is right there: credentials that guard nothing, and names that somebody will replace. */
const SILENT = new Set([
  'secret-weak',
  'secret-inline',
  'secret-default-credential',
  'placeholder-value',
  'ingress-host-placeholder',
]);

/** Leaves out what files in `ci/` and `examples/` do not hear about, in those files. */
export function withoutTrialFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule, span }) => !SILENT.has(rule) || !isTrial(span.source));
}

function isTrial({ shown }: Source): boolean {
  const folders = shown.split('/').slice(0, -1);
  return folders.some((folder) => TRIALS.has(folder));
}
