import { interpretSchema } from '../json-schema/interpret/interpret-schema.ts';
import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { References } from '../json-schema/references.ts';
import { regularExpression } from '../json-schema/regular-expression.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { ShippedParts } from './shipped-parts.ts';

/** A shipped schema that lets keys pass which it does not name: another version of the chart may have them. */
export function openSchema(schema: ShippedParts['schema']): ShippedParts['schema'] {
  const open = opened(schema.json() as JsonValue) as Record<string, JsonValue>;
  return {
    ...schema,
    json: () => open,
    validate: interpretSchema(new References(open), 'draft-07', regularExpression),
  };
}

function opened(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const { additionalProperties, ...rest } = schema;
  const kept = additionalProperties === false ? rest : schema;
  return mapSubschemas(kept, opened);
}
