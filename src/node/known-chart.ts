import type { ShippedChart } from '../charts/shipped-chart.ts';
import { loadShippedChart } from '../generated/shipped-charts.ts';
import type { ChartTree, ValuesSchema } from '../lint/release-input.ts';
import type { ChartProfile, JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';

/** A chart that is ready to lint values against. */
export interface KnownChart {
  readonly profile: ChartProfile;
  /** The chart's own values, as the weakest layer. */
  readonly defaults: Layer;
  readonly schema: ValuesSchema | undefined;
  /** Undefined when the chart is not on disk. */
  readonly tree: ChartTree | undefined;
  /** What is wrong with the chart itself: its values.yaml, its schema. */
  readonly findings: readonly Finding[];
}

/** A shipped chart by name, without a chart directory: its defaults come from its schema. */
export async function shippedChart(name: string): Promise<KnownChart> {
  const chart = await loadShippedChart[name]!();
  return {
    profile: chart.profile,
    defaults: {
      kind: 'chart-defaults',
      label: `defaults of ${chart.profile.title} ${chart.profile.version}`,
      data: chart.profile.defaults,
      scope: [],
    },
    schema: shippedSchema(chart),
    tree: undefined,
    findings: [],
  };
}

/** The schema of a shipped chart. The chart does not ship it, so Helm does not enforce it. */
export function shippedSchema({ profile, validate, schema }: ShippedChart): ValuesSchema {
  let made: JsonSchema | undefined;
  const json = (): JsonSchema => {
    made ??= schema();
    return made;
  };
  return { validate, json, enforcedByHelm: false, annotations: profile.annotations };
}
