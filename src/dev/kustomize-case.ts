/** Files of a kustomization. */
export interface KustomizeCase {
  readonly name: string;
  /** The text of each file, by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** The folder that is built. */
  readonly root: string;
}
