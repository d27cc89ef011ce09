/** How much one input may take. What goes beyond is named in a finding, and costs only itself. */
export const LIMITS = {
  /** Bytes of one file that is read. */
  fileBytes: 64 * 1024 * 1024,
  /** Globs that the braces of one in the configuration stand for. */
  globChoices: 1000,
  /** Maps and lists in each other in one YAML text. */
  nesting: 1000,
  /** What the reader reports about one file. */
  readerFindings: 1000,
  /** Charts below charts. */
  chartDepth: 16,
  /** Charts in all, at any depth below one. */
  charts: 200,
  /** Values that `import-values` of all charts of a release copy. */
  importedValues: 100_000,
  /** Files of one chart. */
  chartFiles: 20_000,
  /** Bytes that all archives of a chart unpack to, those in archives as well: Helm allows each of them so much (`MaxDecompressedChartSize`). */
  archiveBytes: 100 * 1024 * 1024,
  /** Bytes of one file in an archive: Helm allows no more (`MaxDecompressedFileSize`). */
  archiveFileBytes: 5 * 1024 * 1024,
  /** Files in all archives of a chart. */
  archiveFiles: 20_000,
  /** What one rule may find in one release. */
  ruleFindings: 1000,
  /** What a schema may find in the values of one chart; the rest is counted. */
  schemaFindings: 1000,
  /** Letters, each held against 32 others, to find out which of some names was meant. */
  nameComparisons: 16_000_000,
  /** Other places that one finding points at. */
  relatedPlaces: 20,
  /** Milliseconds that a rule of a plugin may take for one release. */
  pluginRule: 10_000,
  /** Folders in folders of one chart; ends links that go in circles. */
  folderDepth: 40,
  /** How deep a schema may be nested, in keys and list entries. Schemas of charts stay below 60. */
  schemaDepth: 500,
  /** How many references may be followed while a schema is applied to the values of one chart. */
  schemaSteps: 5_000_000,
  /** How many errors a schema may find in the values of one chart. */
  schemaErrors: 100_000,
  /** States of the machine that a pattern is made into; what one part of it may be repeated adds up. */
  patternStates: 20_000,
  /** Characters of a text, each times the states of the pattern that it is matched against. */
  patternWork: 200_000_000,
  /** Keys of maps, each times the patterns of a schema that it is matched against. */
  patternTests: 1_000_000,
  /** How many values the defaults of a schema may add up to. */
  schemaDefaults: 100_000,
  /** How many places the annotations of a schema may be about. */
  schemaAnnotations: 20_000,
  /**
   * Nodes of templates executed, items and characters made, in one rendering. Beyond what charts need by far: so that one that is
   * given up took seconds, and some hundred megabytes.
   */
  renderWork: 5_000_000,
  /** Characters that all templates of one rendering write, those of `include` each time they are handed on. */
  renderOutput: 20_000_000,
  /** Frames of the stack of one rendering. */
  renderDepth: 4000,
  /** How often the build of one kustomization may take in a folder. */
  kustomizations: 2000,
} as const;
