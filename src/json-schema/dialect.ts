import type { JsonSchema } from '../model/chart-profile.ts';

/** The drafts of JSON Schema that Helm's engine reads, oldest first. */
export const DIALECT_ORDER = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'] as const;

/** A draft of JSON Schema that Helm's engine reads. */
export type Dialect = (typeof DIALECT_ORDER)[number];

/** A map, so that `$schema: "toString"` names nothing. */
const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['json-schema.org/draft-04/schema', 'draft-04'],
  ['json-schema.org/draft-06/schema', 'draft-06'],
  ['json-schema.org/draft-07/schema', 'draft-07'],
  ['json-schema.org/draft/2019-09/schema', '2019-09'],
  ['json-schema.org/draft/2020-12/schema', '2020-12'],
  ['json-schema.org/schema', '2020-12'],
]);

/**
 * The dialect that `$schema` names; without `$schema` it is 2020-12, as in Helm's engine (`santhosh-tekuri/jsonschema`
 * v6, `draft.go`). Undefined for a dialect that nobody here knows.
 */
export function dialectOf(schema: JsonSchema): Dialect | undefined {
  if (typeof schema === 'boolean' || schema.$schema === undefined) return '2020-12';
  if (typeof schema.$schema !== 'string') return undefined;
  return DIALECTS.get(schema.$schema.replace(/^https?:\/\//, '').replace(/#$/, ''));
}

/** Whether Helm's engine checks `format`: yes up to draft-07, from 2019-09 on it is a mere annotation (`objcompiler.go`). */
export function assertsFormat(dialect: Dialect): boolean {
  return !isNewDialect(dialect);
}

/** From 2019-09 on what stands beside a `$ref` counts, and names of parts have a keyword of their own. */
export function isNewDialect(dialect: Dialect): boolean {
  return dialect === '2019-09' || dialect === '2020-12';
}
