import type { AnySchema } from 'ajv';
import { dialectOf } from '../../../src/json-schema/dialect.ts';
import { regularExpression } from '../../../src/json-schema/regular-expression.ts';
import type { ValidateFunction } from '../../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../../src/model/chart-profile.ts';
import { createAjv } from './create-ajv.ts';
import { prepareSchema, type SchemaPointers } from './prepare-schema.ts';
import { rewriteCode } from './rewrite-code.ts';

/**
 * What ajv makes of a schema, as close to Helm's engine as its options allow: the twin that the interpreter must equal.
 * Undefined when ajv cannot compile it.
 */
export function ajvTwin(schema: JsonSchema): ValidateFunction | undefined {
  const dialect = dialectOf(schema) ?? '2020-12';
  const pointers: SchemaPointers = new Map();
  const ajv = createAjv(dialect, {
    code: {
      optimize: false,
      regExp: Object.assign((pattern: string) => regularExpression(pattern), { code: 'regularExpression' }),
      process: (code, env) => rewriteCode(code, env?.schema, pointers),
    },
  });
  try {
    return ajv.compile(prepareSchema(schema, dialect, '', pointers) as AnySchema) as ValidateFunction;
  } catch {
    return undefined;
  }
}
