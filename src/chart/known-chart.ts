import { loadShippedChart } from '../generated/shipped-charts.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { ChartTree, ValuesSchema } from './chart-tree.ts';
import { openSchema } from './open-schema.ts';
import { schemaSettles } from './schema-names.ts';
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
  /** How a shipped chart without a directory is named: `zymtrace@26.8.4`. */
  readonly shipped?: string;
  /** The version of the user's chart and the nearest that is known, which has to do. */
  readonly standsIn?: { readonly asked: string; readonly known: string };
  /** What the values files beside those of the chart say; read when asked. */
  readonly overlays?: () => readonly JsonObject[];
  /** What is wrong with the chart itself: its values.yaml, its schema. */
  readonly findings: readonly Finding[];
}

/**
 * A state of a shipped chart by its name and state (`zymtrace@26.8.4`), without a chart directory. `instead` is the version that
 * it stands in for: keys that it does not know may be known there.
 */
export async function shippedChart(id: string, instead?: string): Promise<KnownChart> {
  const parts = shippedParts(await loadShippedChart[id]!());
  const { json } = parts.schema;
  const profile: RuledProfile = {
    ...parts.profile,
    schemaNames: (path) => (schemaSettles(json(), path) ? 'names' : undefined),
  };
  const chart = { ...parts, profile, tree: undefined, shipped: id, findings: [] };
  return instead === undefined
    ? chart
    : {
        ...chart,
        schema: openSchema(parts.schema),
        standsIn: { asked: instead, known: parts.profile.version ?? '' },
      };
}

/** A chart of which nothing but its values is known. */
export const UNNAMED: KnownChart['profile'] = {
  name: 'chart',
  title: 'the chart',
  defaults: {},
  annotations: [],
};
