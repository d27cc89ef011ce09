/** A values file as text, for programs that have no disk. */
export interface TextFile {
  /** The name that findings carry: `deploy/values.yaml`. */
  readonly file: string;
  readonly text: string;
}
