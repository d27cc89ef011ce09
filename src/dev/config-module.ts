import type { JsonSchema } from '../model/chart-profile.ts';
import { VALIDATOR_IMPORTS, validatorExpression } from './interpreted-module.ts';

/**
 * The text of `src/generated/config-validator.ts`, so that checking a configuration compiles nothing at run time.
 * @param schema the text of `schemas/config.schema.json`.
 */
export function configModule(schema: string): string {
  return [
    "import type { ValidateFunction } from '../json-schema/validate-function.ts';",
    ...VALIDATOR_IMPORTS,
    '',
    '/** Checks a configuration against `schemas/config.schema.json`. */',
    `export const validateConfig: ValidateFunction = ${validatorExpression(JSON.parse(schema) as JsonSchema)};`,
    '',
  ].join('\n');
}
