import { SchemaLimit } from '../json-schema/interpret/schema-limit.ts';
import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { LIMITS } from '../model/limits.ts';
import { type ExplainOptions, explainErrors } from './explain-errors.ts';
import type { SchemaFact } from './schema-fact.ts';

/**
 * What the schema finds wrong with the values. The schema itself is asked for only when there is something to explain. A
 * schema that refers to itself without going deeper, or takes more than it may, is a fact, too.
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
    return [notApplied(error)];
  }
  const all = validate.errors ?? [];
  const errors = all.filter(({ params }) => params.endless !== true);
  const endless: SchemaFact[] =
    errors.length === all.length ? [] : [stopped('it refers to itself without end', 'error')];
  if (errors.length === 0) return endless;
  const whole = typeof schema === 'function' ? schema() : schema;
  return [...endless, ...explainErrors(errors, whole, data, options)];
}

function notApplied(error: unknown): SchemaFact {
  if (error instanceof SchemaLimit) return stopped(LIMIT_WORDS[error.limit] ?? error.message, 'warning');
  // The values, or what the schema says about them, are nested deeper than the machine can follow.
  if (error instanceof RangeError) return stopped('the values are nested too deeply', 'warning');
  return stopped(`the validator fails on it (${error})`, 'warning');
}

const LIMIT_WORDS: Partial<Record<keyof typeof LIMITS, string>> = {
  schemaSteps: `it follows more than ${LIMITS.schemaSteps} references for these values (limit "schemaSteps")`,
  patternTests: `it matches more than ${LIMITS.patternTests} keys against patterns (limit "patternTests")`,
  patternWork: `one of its patterns takes more than ${LIMITS.patternWork} steps on a value (limit "patternWork")`,
  schemaErrors: `it finds more than ${LIMITS.schemaErrors} mistakes in these values (limit "schemaErrors")`,
};

function stopped(reason: string, severity: SchemaFact['severity']): SchemaFact {
  return {
    rule: 'schema/invalid',
    severity,
    at: [],
    problem: `The schema could not be applied: ${reason}`,
    why: 'No value was checked.',
  };
}
