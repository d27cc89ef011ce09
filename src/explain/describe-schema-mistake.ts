import type { SchemaMistake } from '../json-schema/schema-mistake.ts';
import type { ValidationError } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonValue } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import type { Statement } from '../model/statement.ts';
import { valueAt } from '../model/values-path.ts';
import type { SchemaFact } from './schema-fact.ts';
import { typeWords } from './type-words.ts';
import { quoteValue, valueWords } from './value-words.ts';

/** What is wrong with a schema itself, in words. */
export interface SchemaProblem extends SchemaFact {
  /** The keys that lead to the mistake in the schema. */
  readonly schemaAt?: readonly string[];
}

/** The mistake in words. `enforcedByHelm`: Helm itself refuses values because of it. */
export function describeSchemaMistake(
  mistake: SchemaMistake,
  schema: JsonSchema,
  enforcedByHelm: boolean,
): SchemaProblem {
  switch (mistake.kind) {
    case 'no schema':
      return invalid('it is neither a map nor true or false', enforcedByHelm);
    case 'keyword':
      return brokenKeyword(mistake.error, schema, enforcedByHelm, mistake.at);
    case 'pattern':
      return invalid(mistake.reason, enforcedByHelm, mistake.at);
    case 'dangling reference': {
      const reason = `a "$ref" leads to "${mistake.reference}", and nothing is there`;
      return invalid(reason, enforcedByHelm, mistake.at);
    }
    case 'limit':
      return limited(mistake.limit, mistake.at);
    case 'dialect':
      return unknownDialect(mistake.name, mistake.at);
    case 'refused pattern':
      return refusedPattern(mistake);
    case 'unresolved':
      return unresolved(mistake.uris, enforcedByHelm);
    case 'misplaced property':
      return misplaced(mistake);
    case 'annotation':
      return wrongAnnotation(mistake, schema);
  }
}

function invalid(reason: string, enforcedByHelm: boolean, at?: readonly string[]): SchemaProblem {
  const effect = enforcedByHelm ? 'Helm refuses every install until it is mended' : 'No value was checked';
  return {
    rule: 'schema/invalid',
    severity: 'error',
    at: [],
    problem: `The schema itself is not valid: ${reason.slice(0, 300)}`,
    why: `${effect}.`,
    ...(at && { schemaAt: at }),
  };
}

/** What the value behind a keyword has to be: `must be a list`. */
function demand({ keyword, params, message }: ValidationError): string {
  const allowed = params.allowedValues;
  if (Array.isArray(allowed)) return `must be one of ${allowed.map((one) => quoteValue(one)).join(', ')}`;
  if (keyword === 'type') return `must be ${typeWords([params.type].flat() as string[])}`;
  if (keyword === 'required') return `must have the key "${params.missingProperty}"`;
  if (keyword === 'minItems' || keyword === 'minProperties') return 'must not be empty';
  return message ?? `breaks "${keyword}"`;
}

function brokenKeyword(
  error: ValidationError,
  schema: JsonSchema,
  enforcedByHelm: boolean,
  schemaAt: readonly string[] | undefined,
): SchemaProblem {
  const { instancePath } = error;
  const rule = demand(error);
  const at = parsePointer(instancePath);
  if (at.length === 0) return invalid(`it ${rule}`, enforcedByHelm, schemaAt);
  const value = valueAt(schema as JsonValue, at);
  const said = invalid(`#${instancePath} is ${valueWords(value, false)}`, enforcedByHelm, schemaAt);
  return { ...said, why: `It ${rule}. ${said.why}` };
}

/** What a reader of the schema has to do without. */
const LIMIT_WORDS: Partial<Record<keyof typeof LIMITS, Statement>> = {
  schemaDepth: {
    problem: `The schema is nested deeper than ${LIMITS.schemaDepth} levels (limit "schemaDepth")`,
    why: 'No value was checked against it.',
    help: 'Split it with "$ref".',
  },
  schemaDefaults: {
    problem: `The defaults in the schema add up to more than ${LIMITS.schemaDefaults} values (limit "schemaDefaults")`,
    why: 'The others are not known to the rules. A "$ref" that is named twice at every step doubles them.',
  },
  schemaAnnotations: {
    problem: `The annotations in the schema are about more than ${LIMITS.schemaAnnotations} places (limit "schemaAnnotations")`,
    why: 'The others are not known to the rules. A "$ref" that is named twice at every step doubles them.',
  },
};

function limited(limit: keyof typeof LIMITS, schemaAt: readonly string[] | undefined): SchemaProblem {
  const words = LIMIT_WORDS[limit] ?? { problem: `The schema is larger than the limit "${limit}"` };
  return { rule: 'schema/invalid', severity: 'warning', at: [], ...words, ...(schemaAt && { schemaAt }) };
}

/** The schema refers to documents that are not at hand; what they would check is taken as it is. */
function unresolved(uris: readonly string[], enforcedByHelm: boolean): SchemaProblem {
  const remote = uris.every((uri) => /^https?:/.test(uri));
  const others = uris.length === 1 ? '' : ` and ${uris.length - 1} more`;
  const why = remote
    ? 'chartlint does not fetch schemas'
    : enforcedByHelm
      ? 'Helm looks for it at the root of the file system and then refuses every value'
      : 'There is no such document';
  return {
    rule: 'schema/unresolved-reference',
    severity: remote || !enforcedByHelm ? 'warning' : 'error',
    at: [],
    problem: `The schema refers to "${uris[0]}"${others}`,
    why: `${why}, so what it says is not checked.`,
    help: "Copy it into the schema's own definitions.",
  };
}

/** `$schema` names a dialect that nobody knows. */
function unknownDialect(name: unknown, at: readonly string[]): SchemaProblem {
  return {
    rule: 'schema/invalid',
    severity: 'warning',
    at: [],
    problem: `The schema's $schema is ${JSON.stringify(name)}, which Helm does not know`,
    why: 'It was read as draft 2020-12.',
    help: 'Use "http://json-schema.org/draft-07/schema#".',
    schemaAt: at,
  };
}

/** Go's regular expressions, Helm's, do not know what the pattern uses. */
function refusedPattern({ pattern, reason, at }: SchemaMistake & { kind: 'refused pattern' }): SchemaProblem {
  const short = pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
  return {
    rule: 'schema/invalid',
    severity: 'error',
    at: [],
    problem: `The schema's pattern ${JSON.stringify(short)} uses a ${reason}`,
    why: "Helm's regular expressions do not have that, and Helm refuses every install.",
    help: 'Say it with "not", "allOf" or "enum" instead.',
    schemaAt: at,
  };
}

function misplaced({
  key,
  hasProperties,
  others,
  at,
}: SchemaMistake & { kind: 'misplaced property' }): SchemaProblem {
  const where = hasProperties ? 'the "properties" beside it' : '"properties"';
  return {
    rule: 'schema/misplaced-property',
    severity: 'warning',
    at: [],
    problem:
      others === 0
        ? `"${key}" is no keyword of JSON Schema`
        : `"${key}" and ${others} more beside it are no keywords of JSON Schema`,
    why:
      others === 0
        ? 'It stands where keywords stand, so validators ignore it and check nothing.'
        : 'They stand where keywords stand, so validators ignore them and check nothing: a brace may close too early.',
    help: `Move ${others === 0 ? 'it' : 'them'} into ${where}.`,
    schemaAt: at,
  };
}

function wrongAnnotation(
  { error, at }: SchemaMistake & { kind: 'annotation' },
  schema: JsonSchema,
): SchemaProblem {
  const inside = at.slice(at.lastIndexOf('x-chartlint') + 1);
  const name = inside.length === 0 ? 'x-chartlint' : `"${inside.join('.')}" in x-chartlint`;
  const value = valueWords(valueAt(schema as JsonValue, at), false);
  const effect = inside.length === 0 ? 'it' : `"${inside[0]}"`;
  return {
    rule: 'schema/wrong-annotation',
    severity: 'warning',
    at: [],
    problem: `${name} is ${value}, which is not allowed`,
    why: `It ${demand(error)}, so chartlint takes no notice of ${effect}.`,
    help: 'Mend or remove it.',
    schemaAt: at,
  };
}
