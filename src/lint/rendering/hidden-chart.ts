import type { Chart } from '../../model/chart.ts';
import type { Finding } from '../../model/finding.ts';

/** That `.helmignore` leaves out Chart.yaml, with the text of the file. */
export function hiddenChart({
  contents,
}: Chart):
  | { readonly findings: readonly Finding[]; readonly texts: ReadonlyMap<string, string> }
  | undefined {
  const { hiddenBy } = contents?.() ?? {};
  if (hiddenBy === undefined) return undefined;
  const { span, text, negate } = hiddenBy;
  const says = negate
    ? 'Unlike git, Helm leaves out everything that a line with "!" does not match'
    : 'The line matches it';
  const finding: Finding = {
    rule: 'chart/unreadable',
    severity: 'error',
    problem: '.helmignore leaves out Chart.yaml, so Helm finds no chart here',
    why: `${says}. Helm stops: Chart.yaml file is missing.`,
    help: negate
      ? 'Remove the lines with "!", and name only what is to be left out.'
      : 'Remove the line, or name less.',
    span,
    path: '',
    related: [],
  };
  return { findings: [finding], texts: new Map([[span.source.id, text]]) };
}
