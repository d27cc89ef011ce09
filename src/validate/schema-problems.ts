import type { JsonSchema } from '../model/chart-profile.ts';
import type { SchemaFact } from './schema-fact.ts';

/** The schema is broken, for the reason the compiler gives. */
export function invalidSchema(error: unknown, enforcedByHelm: boolean): SchemaFact {
  const reason = (error instanceof Error ? error.message : String(error))
    .replace(/^schema is invalid: /, '')
    .replace(/\bdata(\/\S*)?/g, (_, pointer?: string) =>
      pointer === undefined ? 'the schema' : `#${pointer}`,
    )
    .slice(0, 300);
  const effect = enforcedByHelm ? 'Helm refuses every value file until it is mended' : 'No value was checked';
  return {
    rule: 'schema/invalid',
    severity: 'error',
    at: [],
    message: `The schema itself is not valid: ${reason}. ${effect}.`,
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
export function unknownDialect(schema: JsonSchema): SchemaFact {
  const name = typeof schema === 'boolean' ? '' : JSON.stringify(schema.$schema);
  return {
    rule: 'schema/invalid',
    severity: 'warning',
    at: [],
    message: `The schema's $schema is ${name}, which Helm does not know; it was read as draft 2020-12. Use "http://json-schema.org/draft-07/schema#".`,
  };
}

/** Go's regular expressions, Helm's, do not know what the pattern uses. */
export function refusedPattern(pattern: string, reason: 'look-around' | 'back-reference'): SchemaFact {
  const short = pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
  return {
    rule: 'schema/invalid',
    severity: 'error',
    at: [],
    message: `The schema's pattern ${JSON.stringify(short)} uses a ${reason}, which Helm's regular expressions do not have; Helm refuses every value file. Say it with "not", "allOf" or "enum" instead.`,
  };
}
