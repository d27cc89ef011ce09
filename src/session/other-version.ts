import type { KnownChart } from '../chart/known-chart.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

/** Says that a shipped chart is checked as another version than the one that was asked for: a version, or a range that goes on. */
export function otherVersion(
  span: Span,
  title: string,
  { asked, known }: NonNullable<KnownChart['standsIn']>,
): Finding {
  const isVersion = /^v?\d+\.\d+\.\d+/.test(asked);
  return {
    rule: 'chart/other-version',
    severity: 'info',
    problem: isVersion
      ? `chartlint does not know ${title} ${asked} and checks it as ${known}`
      : `chartlint checks ${title} "${asked}" as ${known}`,
    why: isVersion
      ? 'That is the nearest version that it knows. Keys that it does not know are not reported.'
      : 'Later versions may be meant. Keys that it does not know are not reported.',
    span,
    path: '',
    related: [],
  };
}
