import type { AnySchema, ValidateFunction } from 'ajv';
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../model/chart-profile.ts';
import { createAjv } from './create-ajv.ts';
import { dialectOf } from './dialect.ts';
import { prepareSchema, type SchemaPointers } from './prepare-schema.ts';
import { rewriteCode } from './rewrite-code.ts';

/** The name under which the code expects the format functions. */
export const FORMATS = 'formats';

/**
 * The schema as JavaScript code: an ES module whose default export is the validator, which gives the same errors as one
 * compiled at run time, without messages. Its helpers are still `require`d from ajv, the formats are a free name.
 * @throws Error when the schema does not compile.
 */
export function standaloneCode(schema: JsonSchema): string {
  const dialect = dialectOf(schema);
  if (dialect === undefined) throw new Error('the schema names an unknown dialect');
  const pointers: SchemaPointers = new Map();
  const functions: (() => ValidateFunction | undefined)[] = [];
  const ajv = createAjv(dialect, {
    messages: false,
    code: {
      source: true,
      esm: true,
      lines: true,
      formats: _`formats`,
      process: (code, env) => {
        functions.push(() => env?.validate);
        return rewriteCode(code, env?.schema, pointers);
      },
    },
  });
  const root = prepareSchema(schema, dialect, '', pointers, { withoutWords: true });
  const validate = ajv.compile(root as AnySchema);
  for (const compiled of functions) {
    const source = compiled()?.source;
    if (source === undefined) continue;
    source.validateCode = rewriteCode(source.validateCode, compiled()?.schema, pointers);
  }
  return standalone.default(ajv as never, validate);
}
