/** How values files are read. */
export interface LoadOptions {
  /**
   * The major version of the Helm that will read the file, when it is known: Helm 3 reads only the first YAML document of
   * a file, Helm 4 merges them all.
   */
  readonly helmMajor?: number | undefined;
}
