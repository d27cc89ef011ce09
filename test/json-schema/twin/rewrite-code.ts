import type { SchemaPointers } from './prepare-schema.ts';

/** How ajv adds the errors of a called function to its own: a copy of all for each call, quadratic in a long list. */
const COPIED_ERRORS = /vErrors = vErrors === null \? (\w+(?:\.validate)?\.errors) : vErrors\.concat\(\1\);/g;

/**
 * The code of one function that ajv generated, with paths and costs as they should be.
 *
 * ajv compiles the target of a `$ref` to a function of its own whose errors say `#/required`, whatever document and place
 * the target comes from; here they get the path from the root of the document: `#/definitions/b/required`. A `"` inside a
 * string of the code is escaped, so that only the error objects match.
 */
export function rewriteCode(code: string, schema: unknown, pointers: SchemaPointers): string {
  const linear = code.replace(
    COPIED_ERRORS,
    (_, errors: string) =>
      `if(vErrors === null){vErrors = ${errors}.slice();}else {for(const e of ${errors}){vErrors.push(e);}}`,
  );
  const pointer = typeof schema === 'object' && schema !== null ? pointers.get(schema) : undefined;
  if (pointer === undefined || pointer === '#') return linear;
  const prefix = `schemaPath:${JSON.stringify(pointer)}`.slice(0, -1);
  return linear.replaceAll('schemaPath:"#', () => prefix);
}
