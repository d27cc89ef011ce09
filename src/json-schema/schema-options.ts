import type { JsonSchema } from '../model/chart-profile.ts';

/** How a schema is read. */
export interface SchemaOptions {
  /** Other documents that references name, by their absolute URI. */
  readonly documents?: ReadonlyMap<string, JsonSchema>;
  /** Whether Helm itself enforces the schema; then what Helm's engine refuses in it is a mistake, too. */
  readonly enforcedByHelm?: boolean;
  /** References, as written, that are known to lead to nothing: they take anything, and nothing is told about them. */
  readonly open?: ReadonlySet<string>;
}
