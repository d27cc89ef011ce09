import type { Finding } from '../../model/finding.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';

/** Of the templates those that findings point into: a chart may have many, and each release keeps these. */
export function textsOf({ templates }: ChartRendering, findings: readonly Finding[]): Map<string, string> {
  const used = new Set(
    findings.flatMap(({ span, related }) =>
      [span, ...related.map((other) => other.span)].map(({ source }) => source.id),
    ),
  );
  return new Map(
    [...templates.values()].flatMap(({ source, text }) =>
      used.has(source.id) ? [[source.id, text] as const] : [],
    ),
  );
}
