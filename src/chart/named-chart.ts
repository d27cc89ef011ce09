/** A chart that a manifest names. */
export interface NamedChart {
  readonly name: string;
  /** As written: a version or a range. */
  readonly version?: string;
  /** The address that the manifest gives. */
  readonly repository?: string;
  /** Where it lies, absolute, the likeliest first: folders with a Chart.yaml, or archives. */
  readonly directories: readonly string[];
}
