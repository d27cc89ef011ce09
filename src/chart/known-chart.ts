import { loadShippedChart } from '../generated/shipped-charts.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { ChartTree, ValuesSchema } from './chart-tree.ts';
import { shippedParts } from './shipped-parts.ts';

/** A chart that is ready to lint values against. */
export interface KnownChart {
  readonly profile: RuledProfile;
  /** The chart's own values, as the weakest layer. */
  readonly defaults: Layer;
  readonly schema: ValuesSchema | undefined;
  /** The schema that a modeline names for editors, beside that of the chart: for what the user's files say. */
  readonly editorSchema?: ValuesSchema;
  /** Undefined when the chart is not on disk. */
  readonly tree: ChartTree | undefined;
  /** What the values files beside those of the chart say; read when asked. */
  readonly overlays?: () => readonly JsonObject[];
  /** What is wrong with the chart itself: its values.yaml, its schema. */
  readonly findings: readonly Finding[];
}

/** A shipped chart by name, without a chart directory. */
export async function shippedChart(name: string): Promise<KnownChart> {
  return { ...shippedParts(await loadShippedChart[name]!()), tree: undefined, findings: [] };
}
