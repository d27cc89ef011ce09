import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { CompiledSchema, CompileOptions } from './compile/compile-schema.ts';
import { dialectOf } from './dialect.ts';
import { interpretSchema } from './interpret/interpret-schema.ts';
import { type PlainSchema, plainSchema } from './interpret/plain-schema.ts';
import { refusedByGo, regularExpression } from './regular-expression.ts';
import type { ValidateFunction } from './validate-function.ts';

/**
 * A validator for a schema of any draft from 4 on, with what is wrong with the schema. Most schemas are interpreted, which takes
 * less than compiling one; the compiler is loaded for those that use what only it understands, and for those that something
 * may be wrong with. Both find the same. Never throws.
 * @param open references, as written, that are known to lead to no document; no problem is told about them.
 */
export async function schemaValidator(
  schema: JsonSchema,
  options: Pick<CompileOptions, 'enforcedByHelm'> = {},
  open: ReadonlySet<string> = new Set(),
): Promise<CompiledSchema> {
  const interpreted = interpretedSchema(schema, options.enforcedByHelm === true, open);
  if (interpreted !== undefined) return { validate: interpreted.validate, problems: [] };
  const { compileSchema } = await import('./compile/compile-schema.ts');
  const { validate, problems } = compileSchema(schema, options);
  const others = problems.filter(({ rule }) => rule !== 'schema/unresolved-reference');
  return { ...(validate && { validate }), problems: open.size > 0 ? others : problems };
}

/** A schema that needs no compiler, and in which nothing is wrong that a validator would stumble over. */
export interface InterpretedSchema extends PlainSchema {
  readonly validate: ValidateFunction;
}

/** The schema ready to validate with; undefined when it has to be compiled. */
export function interpretedSchema(
  schema: JsonSchema,
  enforcedByHelm: boolean,
  open: ReadonlySet<string> = new Set(),
): InterpretedSchema | undefined {
  const dialect = isJsonObject(schema) ? dialectOf(schema) : undefined;
  if (!isJsonObject(schema) || dialect === undefined) return undefined;
  const patterns = new Map<string, RegExp>();
  const pattern = (text: string): RegExp => {
    const known = patterns.get(text);
    if (known !== undefined) return known;
    if (enforcedByHelm && refusedByGo(text) !== undefined) throw new Error('Helm refuses the pattern');
    const expression = regularExpression(text);
    patterns.set(text, expression);
    return expression;
  };
  const plain = plainSchema(schema, dialect, pattern, open);
  return (
    plain && {
      hasAnnotations: plain.hasAnnotations,
      hasUnknownParts: plain.hasUnknownParts,
      validate: interpretSchema(schema, dialect, pattern),
    }
  );
}
