import type { SchemaPointers } from './prepare-schema.ts';

/**
 * ajv compiles the target of a `$ref` to a function of its own whose errors say `#/required`, whatever document and place
 * the target comes from. This is the function's code with paths from the root of its document: `#/definitions/b/required`.
 * A `"` inside a string of the code is escaped, so that only the error objects match.
 */
export function withAbsoluteErrorPaths(code: string, schema: unknown, pointers: SchemaPointers): string {
  const pointer = typeof schema === 'object' && schema !== null ? pointers.get(schema) : undefined;
  if (pointer === undefined || pointer === '#') return code;
  const prefix = `schemaPath:${JSON.stringify(pointer)}`.slice(0, -1);
  return code.replaceAll('schemaPath:"#', () => prefix);
}
