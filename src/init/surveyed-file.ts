/** A values file of the repository, and what is known about its chart. */
export interface SurveyedFile {
  /** Relative to the root of the repository, forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Undefined when the chart is not known. */
  readonly chart: SurveyedChart | undefined;
  /** Whether it is the chart's own values.yaml, rather than a file laid over it. */
  readonly isDefaults: boolean;
  /** The other files of every stack that it is in, weakest first. */
  readonly beside: readonly string[];
  /** Paths that come at deploy time. */
  readonly provided: readonly string[];
}

export interface SurveyedChart {
  /** For the names of files: letters, digits, dots and dashes. */
  readonly name: string;
  /** What `chartlint schema` takes: the name of a shipped chart, or a directory relative to the root. */
  readonly target: string;
  /** The chart's own schema relative to the root, when it says all there is to say about the chart's values.yaml. */
  readonly ownSchema?: string;
  /** Whether there is something to say about the chart's own values.yaml at all. */
  readonly describesDefaults: boolean;
}
