import type { ChartRendering } from '../templates/chart/render-chart.ts';
import { helmFailure, helmParseError } from '../templates/render/helm-words.ts';

/** Whether Helm stops. */
export function hasFailed({ failures, sorted }: ChartRendering): boolean {
  return failures.length > 0 || sorted.problem !== undefined;
}

/** The first failure as Helm itself tells it. */
export function helmSays({ failures, sorted }: ChartRendering, helm: 3 | 4): string | undefined {
  const [first] = failures;
  const { problem } = sorted;
  if (first === undefined) return problem && `YAML parse error on ${problem.file}: ${problem.helmSays}`;
  if (first.kind === 'unreadable') return helmParseError(first.unreadable.problem);
  return helmFailure(first.failure, helm);
}
