import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonSchema } from '../model/chart-profile.ts';
import { configSchemaText } from './config-schema-text.ts';
import { VALIDATOR_IMPORTS, validatorExpression } from './interpreted-module.ts';

/** Writes `src/generated/config-validator.ts`, so that checking a configuration compiles nothing at run time. */
export function writeConfigModule(root: string): void {
  const folder = path.join(root, 'src', 'generated');
  const schema = JSON.parse(configSchemaText()) as JsonSchema;
  writeFileSync(
    path.join(folder, 'config-validator.ts'),
    [
      "import type { ValidateFunction } from '../json-schema/validate-function.ts';",
      ...VALIDATOR_IMPORTS,
      '',
      '/** Checks a configuration against `schemas/config.schema.json`. */',
      `export const validateConfig: ValidateFunction = ${validatorExpression(schema)};`,
      '',
    ].join('\n'),
  );
}
