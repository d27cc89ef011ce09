import { findInSchema } from '../json-schema/find-in-schema.ts';
import type { ValidationError } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonValue } from '../model/json-value.ts';
import { valueAt } from '../model/values-path.ts';
import type { SchemaFact } from './schema-fact.ts';
import { typeWords } from './type-words.ts';
import { quoteValue, valueWords } from './value-words.ts';

/** What is wrong with a schema itself. */
export interface SchemaProblem extends SchemaFact {
  /** The keys that lead to the mistake in the schema. */
  readonly schemaAt?: readonly string[];
}

/** The schema breaks the rules for schemas, at a place. */
export class BrokenSchema extends Error {
  readonly at: readonly string[];

  constructor(reason: string, at: readonly string[]) {
    super(reason);
    this.at = at;
  }
}

/** The most precise of the errors that the schema for schemas finds; undefined without errors. */
export function brokenSchema(
  schema: JsonSchema,
  errors: readonly ValidationError[],
): BrokenSchema | undefined {
  const depth = ({ instancePath }: ValidationError): number => instancePath.split('/').length;
  const [error] = [...errors].sort((a, b) => depth(b) - depth(a));
  if (error === undefined) return undefined;
  const at = parsePointer(error.instancePath);
  const allowed = error.params.allowedValues;
  const { type } = error.params;
  const rule = Array.isArray(allowed)
    ? `must be one of ${allowed.map((one) => quoteValue(one)).join(', ')}`
    : error.keyword === 'type'
      ? `must be ${typeWords([type].flat() as string[])}`
      : (error.message ?? `breaks "${error.keyword}"`);
  const value = valueAt(schema as JsonValue, at);
  return new BrokenSchema(
    at.length === 0 ? `it ${rule}` : `#${error.instancePath} is ${valueWords(value, false)}, but ${rule}`,
    at,
  );
}

/** A pattern that is no regular expression. */
export function brokenPattern(schema: JsonSchema, pattern: string, error: Error): BrokenSchema {
  return new BrokenSchema(error.message, placeOfPattern(schema, pattern) ?? []);
}

function placeOfPattern(schema: JsonSchema, pattern: string): readonly string[] | undefined {
  return findInSchema(schema, (key, value) => key === pattern || (key === 'pattern' && value === pattern));
}

/** A local reference of the schema leads nowhere. */
export function danglingReference(schema: JsonSchema, reference: string): BrokenSchema {
  const at = findInSchema(schema, (key, value) => key === '$ref' && value === reference);
  return new BrokenSchema(`a "$ref" leads to "${reference}", and nothing is there`, at ?? []);
}

/** The schema is broken, for the reason the compiler gives. */
export function invalidSchema(error: unknown, enforcedByHelm: boolean): SchemaProblem {
  const reason = (error instanceof Error ? error.message : String(error))
    .replace(/^schema is invalid: /, '')
    .replace(/\bdata(\/\S*)?/g, (_, pointer?: string) =>
      pointer === undefined ? 'the schema' : `#${pointer}`,
    )
    .slice(0, 300);
  const effect = enforcedByHelm ? 'Helm refuses every install until it is mended' : 'No value was checked';
  return {
    rule: 'schema/invalid',
    severity: 'error',
    at: [],
    message: `The schema itself is not valid: ${reason}. ${effect}.`,
    ...(error instanceof BrokenSchema ? { schemaAt: error.at } : {}),
  };
}

/** The schema refers to documents that are not at hand; what they would check is taken as it is. */
export function unresolvedReferences(uris: Iterable<string>, enforcedByHelm: boolean): SchemaFact[] {
  // Helm takes anything for an unresolved urn: reference and merely logs it.
  const list = [...uris].filter((uri) => !uri.startsWith('urn:'));
  if (list.length === 0) return [];
  const remote = list.every((uri) => /^https?:/.test(uri));
  const others = list.length === 1 ? '' : ` and ${list.length - 1} more`;
  const why = remote
    ? 'chartlint does not fetch schemas'
    : enforcedByHelm
      ? 'Helm looks for it at the root of the file system and then refuses every value'
      : 'there is no such document';
  return [
    {
      rule: 'schema/unresolved-reference',
      severity: remote || !enforcedByHelm ? 'warning' : 'error',
      at: [],
      message: `The schema refers to "${list[0]}"${others}; ${why}, so what it says is not checked. Copy it into the schema's own definitions.`,
    },
  ];
}

/** `$schema` names a dialect that nobody knows. */
export function unknownDialect(schema: JsonSchema): SchemaProblem {
  const name = typeof schema === 'boolean' ? '' : JSON.stringify(schema.$schema);
  return {
    rule: 'schema/invalid',
    severity: 'warning',
    at: [],
    message: `The schema's $schema is ${name}, which Helm does not know; it was read as draft 2020-12. Use "http://json-schema.org/draft-07/schema#".`,
    schemaAt: ['$schema'],
  };
}

/** Go's regular expressions, Helm's, do not know what the pattern uses. */
export function refusedPattern(
  schema: JsonSchema,
  pattern: string,
  reason: 'look-around' | 'back-reference',
): SchemaProblem {
  const short = pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
  const at = placeOfPattern(schema, pattern);
  return {
    rule: 'schema/invalid',
    severity: 'error',
    at: [],
    message: `The schema's pattern ${JSON.stringify(short)} uses a ${reason}, which Helm's regular expressions do not have; Helm refuses every install. Say it with "not", "allOf" or "enum" instead.`,
    ...(at === undefined ? {} : { schemaAt: at }),
  };
}
