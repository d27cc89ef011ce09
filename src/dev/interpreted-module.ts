import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { soundValidator } from '../json-schema/schema-validator.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';

/** What a generated module that validates imports. Its folder is `src/generated`. */
export const VALIDATOR_IMPORTS = [
  "import { interpretSchema } from '../json-schema/interpret/interpret-schema.ts';",
  "import { References } from '../json-schema/references.ts';",
  "import { regularExpression } from '../json-schema/regular-expression.ts';",
];

/** Keywords that no validator reads; `$schema` says how to read the others. */
const WORDS = new Set(['$comment', 'default', 'description', 'examples', 'title', 'x-chartlint']);

/**
 * An expression that makes the validator of a schema of ours, without the words that no validator reads. Throws an Error for a
 * schema that something may be wrong with.
 */
export function validatorExpression(schema: JsonSchema): string {
  if (soundValidator(schema) === undefined) throw new Error('something may be wrong with a schema of ours');
  const read = JSON.stringify(JSON.stringify(withoutWords(schema as JsonValue)));
  return `interpretSchema(new References(JSON.parse(${read})), 'draft-07', regularExpression)`;
}

function withoutWords(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const said = Object.fromEntries(Object.entries(schema).filter(([key]) => !WORDS.has(key)));
  return mapSubschemas(said, withoutWords);
}
