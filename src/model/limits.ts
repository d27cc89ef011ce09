/** How much one input may take. What goes beyond is named in a finding, and costs only itself. */
export const LIMITS = {
  /** Bytes of one file that is read. */
  fileBytes: 64 * 1024 * 1024,
  /** Maps and lists in each other in one YAML text. */
  nesting: 1000,
  /** What the reader reports about one file. */
  readerFindings: 1000,
  /** Charts below charts. */
  chartDepth: 16,
  /** Folders in folders of one chart; ends links that go in circles. */
  folderDepth: 40,
  /** How deep a schema may be nested, in keys and list entries. Schemas of charts stay below 60. */
  schemaDepth: 500,
  /** How many references may be followed while a schema is applied to the values of one chart. */
  schemaSteps: 5_000_000,
  /** How many errors a schema may find in the values of one chart. */
  schemaErrors: 100_000,
  /** How many values the defaults of a schema may add up to. */
  schemaDefaults: 100_000,
  /** How many places the annotations of a schema may be about. */
  schemaAnnotations: 20_000,
} as const;
