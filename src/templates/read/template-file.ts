/** A file of a chart or of one of its subcharts. */
export interface TemplateFile {
  /** Where the values of the file's chart sit in the release's values: `[]`, or `['redis']` for a subchart. */
  readonly scope: readonly string[];
  readonly text: string;
}
