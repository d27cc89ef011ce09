import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { type ExplainOptions, explainErrors } from './explain-errors.ts';
import type { SchemaFact } from './schema-fact.ts';

/**
 * What the schema finds wrong with the values. The schema itself is asked for only when there is something to explain. A
 * validator that does not come to an end (a schema that refers to itself without going deeper) is a fact, too.
 */
export function validateValues(
  validate: ValidateFunction,
  schema: JsonSchema | (() => JsonSchema),
  data: unknown,
  options: ExplainOptions,
): SchemaFact[] {
  try {
    if (validate(data)) return [];
  } catch (error) {
    const endless = error instanceof RangeError;
    const reason = endless ? 'it refers to itself without end' : `the validator fails on it (${error})`;
    return [
      {
        rule: 'schema/invalid',
        severity: endless ? 'error' : 'warning',
        at: [],
        message: `The schema could not be applied: ${reason}. No value was checked.`,
      },
    ];
  }
  return explainErrors(
    validate.errors ?? [],
    typeof schema === 'function' ? schema() : schema,
    data,
    options,
  );
}
