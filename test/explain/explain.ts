import { expect } from 'vitest';
import type { SchemaFact } from '../../src/explain/schema-fact.ts';
import { validateValues } from '../../src/explain/validate-values.ts';
import { collectAnnotations } from '../../src/json-schema/collect-annotations.ts';
import type { ValidateFunction } from '../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { toPointer } from '../../src/model/json-pointer.ts';
import { secretMatcher } from '../../src/model/secret-matcher.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { judged } from '../json-schema/judged.ts';
import { ajvTwin } from '../json-schema/twin/ajv-twin.ts';

export const DRAFT_4 = 'http://json-schema.org/draft-04/schema#';
export const DRAFT_6 = 'http://json-schema.org/draft-06/schema#';
export const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';
export const DRAFT_2019 = 'https://json-schema.org/draft/2019-09/schema';
export const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema';

/** The facts about the data; the schema is of draft-07 unless it says otherwise. */
export function factsAbout(schema: JsonSchema, data: unknown, enforcedByHelm = false): SchemaFact[] {
  const whole = wholeSchema(schema);
  const { validate, mistakes } = judged(whole, { enforcedByHelm });
  if (validate === undefined) throw new Error(JSON.stringify(mistakes));
  return factsOf(validate, whole, data, enforcedByHelm);
}

function wholeSchema(schema: JsonSchema): JsonSchema {
  return typeof schema === 'boolean' ? schema : { $schema: DRAFT_7, ...schema };
}

function factsOf(
  validate: ValidateFunction,
  schema: JsonSchema,
  data: unknown,
  enforcedByHelm: boolean,
): SchemaFact[] {
  const secretAt = secretMatcher(collectAnnotations(schema));
  return validateValues(validate, schema, data, { enforcedByHelm, secretAt });
}

/** A fact on one line: `schema/type /image/tag: message`; the pointer ends with a `~` when the key is meant. */
export function line(fact: SchemaFact): string {
  const warning = fact.severity === 'error' ? '' : ` ${fact.severity}`;
  return `${fact.rule}${warning} ${toPointer(fact.at)}${fact.part === 'key' ? '~' : ''}: ${joinStatement(fact)}`;
}

/** The facts about the data, one a line; the same for the errors that ajv gives, where it knows the schema as Helm does. */
export function explain(schema: JsonSchema, data: unknown, enforcedByHelm = false): string[] {
  const lines = factsAbout(schema, data, enforcedByHelm).map(line);
  const whole = wholeSchema(schema);
  const twin = ajvTwin(whole);
  if (twin !== undefined && !JSON.stringify(whole).includes('"unevaluated')) {
    expect(factsOf(twin, whole, data, enforcedByHelm).map(line)).toEqual(lines);
  }
  return lines;
}

/** One row of a table of mistakes: a schema (of draft-07 unless it says otherwise), values, and what chartlint says. */
export interface ExplainCase {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly data: unknown;
  readonly says: readonly string[];
}
