import { prepareSchema } from '../json-schema/compile/prepare-schema.ts';
import { interpretedSchema } from '../json-schema/schema-validator.ts';
import type { JsonSchema } from '../model/chart-profile.ts';

/** What a generated module that validates imports. Its folder is `src/generated`. */
export const VALIDATOR_IMPORTS = [
  "import { interpretSchema } from '../json-schema/interpret/interpret-schema.ts';",
  "import { regularExpression } from '../json-schema/regular-expression.ts';",
];

/**
 * An expression that makes the validator of a schema of ours, without the words that no validator reads. Throws an Error for a
 * schema that cannot be interpreted.
 */
export function validatorExpression(schema: JsonSchema): string {
  const read = prepareSchema(schema, 'draft-07', '', new Map(), { withoutWords: true });
  if (interpretedSchema(schema, false) === undefined) throw new Error('a schema of ours has to be compiled');
  return `interpretSchema(JSON.parse(${JSON.stringify(JSON.stringify(read))}), 'draft-07', regularExpression)`;
}
