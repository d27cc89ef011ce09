/** A helmfile with its files, and the release that is asked about. The chart `./chart` has the values `CHART_VALUES`. */
export interface HelmfileCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file that helmfile reads. */
  readonly file: string;
  readonly environment?: string;
}

export const CHART_VALUES = 'a: 1\nm: {x: 1, y: 2}\nl: [1, 2]\ns: text\n';
