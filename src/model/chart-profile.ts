import type { PlacedAnnotation } from './annotation.ts';
import type { JsonObject } from './json-value.ts';

/** What we know about a chart. */
export interface ChartProfile {
  /** chartlint's name for the chart: `colonyos`. */
  readonly name: string;
  /** For people: `ColonyOS`. */
  readonly title: string;
  readonly version?: string;
  /** The tag of an image whose own tag is empty, by Helm's convention. */
  readonly appVersion?: string;
  /** The chart's own `values.yaml`, as data. */
  readonly defaults: JsonObject;
  readonly annotations: readonly PlacedAnnotation[];
  /** The JSON Schema itself, for messages; undefined when the chart has none. */
  readonly schema?: JsonSchema;
  /** Whether Helm itself enforces the schema (the chart ships it), or only chartlint knows it. */
  readonly schemaEnforcedByHelm: boolean;
}

/** A JSON Schema of any draft. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** How the chart of a file was found (DESIGN §7). */
export type DetectedBy = 'flag' | 'config' | 'modeline' | 'chart-yaml' | 'shape' | 'none';
