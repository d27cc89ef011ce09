import type { JsonSchema } from '../model/chart-profile.ts';
import { examineSchema, type SchemaExamination } from './examine-schema.ts';
import { interpretSchema } from './interpret/interpret-schema.ts';
import { judgeSchema, type MetaSchemas } from './judge-schema.ts';
import type { SchemaMistake } from './schema-mistake.ts';
import type { SchemaOptions } from './schema-options.ts';
import type { ValidateFunction } from './validate-function.ts';

/** A schema ready to validate with, and what is wrong with it. */
export interface SchemaValidator {
  /** Undefined when the schema is not valid. */
  readonly validate?: ValidateFunction;
  readonly mistakes: readonly SchemaMistake[];
  /** It may say more than validators read: `x-chartlint`, `deprecated`. */
  readonly hasAnnotations: boolean;
  /** Maps and lists stand where the dialect has no keyword. */
  readonly hasUnknownParts: boolean;
}

/**
 * A validator for a schema of any draft from 4 on, with what is wrong with the schema. Never throws: an invalid schema comes
 * back as a mistake.
 */
export async function schemaValidator(
  schema: JsonSchema,
  options: SchemaOptions = {},
): Promise<SchemaValidator> {
  const examined = examineSchema(schema, options);
  if (examined.isSound) return validatorOf(examined, []);
  const { loadMetaSchemas } = await import('./meta-schemas.ts');
  return judgedValidator(schema, options, await loadMetaSchemas(examined));
}

/** The same where the schemas for schemas are at hand. */
export function judgedValidator(
  schema: JsonSchema,
  options: SchemaOptions,
  metaSchemas: MetaSchemas,
): SchemaValidator {
  const examined = examineSchema(schema, options, metaSchemas.documents);
  return validatorOf(examined, judgeSchema(examined, metaSchemas));
}

/** The same for a schema in which nothing is wrong beyond doubt; undefined for any other, which may still be valid. */
export function soundValidator(schema: JsonSchema, options: SchemaOptions = {}): SchemaValidator | undefined {
  const examined = examineSchema(schema, options);
  return examined.isSound ? validatorOf(examined, []) : undefined;
}

function validatorOf(examined: SchemaExamination, mistakes: readonly SchemaMistake[]): SchemaValidator {
  const { references, dialect, pattern, read } = examined;
  const { hasAnnotations = false, hasUnknownParts = false } = read ?? {};
  const isFatal = mistakes.some(({ kind }) => FATAL.has(kind));
  const validate = isFatal ? undefined : interpretSchema(references, dialect, pattern);
  return { ...(validate && { validate }), mistakes, hasAnnotations, hasUnknownParts };
}

/** Before these are mended no value can be checked. */
const FATAL: ReadonlySet<SchemaMistake['kind']> = new Set([
  'no schema',
  'keyword',
  'pattern',
  'dangling reference',
  'limit',
]);
