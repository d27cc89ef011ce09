import type { ValuesSchema } from '../chart/chart-tree.ts';
import type { SchemaFact } from '../explain/schema-fact.ts';
import { validateValues } from '../explain/validate-values.ts';
import { LIMITS } from '../model/limits.ts';
import { secretMatcher } from '../model/secret-matcher.ts';
import type { Limits } from '../model/user-limits.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** What a schema finds in values, at paths inside them; numbers are shown as `writtenAt` has them. */
export function schemaFacts(
  data: unknown,
  schema: ValuesSchema,
  limits: Pick<Limits, 'schemaFindings'> = LIMITS,
  writtenAt: (path: ValuesPath) => string | undefined = () => undefined,
): SchemaFact[] {
  const { enforcedByHelm, annotations, json, memory } = schema;
  let isSecret: ((path: ValuesPath) => boolean) | undefined;
  return validateValues(schema.validate, json, data, {
    enforcedByHelm,
    limits,
    memory,
    writtenAt,
    // Most values break nothing, and then nobody asks.
    secretAt: (path) => {
      isSecret ??= secretMatcher(annotations);
      return isSecret(path);
    },
  });
}
