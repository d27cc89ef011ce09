import type { JsonSchema } from './chart-profile.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import type { Layer } from './layer.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

/** A chart with the charts in its `charts/` folder, as Helm loads it. */
export interface Chart {
  readonly metadata: ChartMetadata;
  /** The chart's own `values.yaml`; its scope is `[]`, relative to the chart. */
  readonly values: Layer;
  readonly schema?: JsonSchema;
  /** The text of each file in `templates/`, read when asked; absent for charts that are not on disk. */
  readonly templates?: () => readonly string[];
  /** What rendering needs besides; read when asked, absent for charts that are not on disk. */
  readonly contents?: () => ChartContents;
  /** What lies in `charts/`, whether or not the metadata name it. */
  readonly dependencies: readonly Chart[];
}

/** Everything that Helm loads of a chart, charts below it apart. */
export interface ChartContents {
  /** Chart.yaml as written, with the dependencies of a `requirements.yaml`. */
  readonly fields: JsonObject;
  /** In the order in which Helm reads them; what `.helmignore` names is left out. */
  readonly files: readonly ChartFile[];
  /** Links that lead nowhere, by the name of the file: Helm refuses the chart. */
  readonly brokenLinks: readonly string[];
  /** The line of `.helmignore` that leaves out Chart.yaml itself: Helm finds no chart there. `negate`: it begins with "!". */
  readonly hiddenBy?: { readonly span: Span; readonly text: string; readonly negate: boolean };
}

/** A file of a chart. */
export interface ChartFile {
  /** Relative to the chart, with forward slashes: `templates/service.yaml`. */
  readonly name: string;
  readonly source: Source;
  /** What it holds, without a byte order mark. */
  bytes(): Uint8Array;
}

/** What decides about values in `Chart.yaml` (and `requirements.yaml`). */
export interface ChartMetadata {
  readonly name: string;
  readonly version: string;
  readonly type?: 'application' | 'library';
  /** Absent and empty differ for Helm: without the key it does not look at the conditions of the charts below. */
  readonly dependencies?: readonly ChartDependency[];
}

/** One entry of `dependencies` in `Chart.yaml`. */
export interface ChartDependency {
  readonly name: string;
  /** A range; a dependency without one matches no chart. */
  readonly version?: string;
  readonly repository?: string;
  readonly alias?: string;
  /** Paths into the values, separated by commas: the first that holds a boolean decides. */
  readonly condition?: string;
  readonly tags?: readonly string[];
  /** `import-values` as written: names under `exports`, or maps with `child` and `parent`. */
  readonly importValues?: readonly JsonValue[];
}
