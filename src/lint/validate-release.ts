import type { Finding } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { secretMatcher } from '../model/secret-matcher.ts';
import { validateValues } from '../validate/validate-values.ts';
import { placeFact } from './place-fact.ts';
import type { ValuesSchema } from './release-input.ts';

/** A schema finding and the rule, if any, that says the same with better words. */
export interface SchemaFinding {
  readonly finding: Finding;
  readonly coveredBy: string | undefined;
}

/** What the schema finds in the effective values of the release. */
export function validateRelease(release: Release, schema: ValuesSchema): SchemaFinding[] {
  const facts = validateValues(schema.validate, schema.json, release.values.data, {
    enforcedByHelm: schema.enforcedByHelm,
    secretAt: secretMatcher(release.chart?.annotations ?? []),
  });
  return facts.map((fact) => ({
    finding: placeFact(fact, fact.rule, fact.severity, release.values),
    coveredBy: fact.coveredBy,
  }));
}
