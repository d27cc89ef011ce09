import type { MergedLayers } from '../../merge/merged-layers.ts';
import { formatPath } from '../../model/format-path.ts';
import type { RenderedFacts } from '../../model/rendered-facts.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { ChartRenderer } from '../render-release.ts';
import { resetValues } from './reset-values.ts';

/** A release in which more is asked is too odd to be sure of anything. */
const MOST_RENDERINGS = 40;

/** `RenderedFacts.changesNothing` by rendering again with the chart's own values at the paths; the same question once. */
export function whatChangesNothing(
  { sorted }: ChartRendering,
  values: MergedLayers,
  render: ChartRenderer,
): RenderedFacts['changesNothing'] {
  const known = new Map<string, boolean>();
  return (paths) => {
    const key = paths.map(formatPath).join('\n');
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    if (known.size >= MOST_RENDERINGS) return false;
    const again = render(resetValues(values, paths), false);
    const isSame = again.failures.length === 0 && isDeepEqual(textsOf(again.sorted), textsOf(sorted));
    known.set(key, isSame);
    return isSame;
  };
}

function textsOf({ manifests, hooks }: ChartRendering['sorted']): readonly string[] {
  return [...manifests, ...hooks].map(({ content }) => content);
}

function isDeepEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}
