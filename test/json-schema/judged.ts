import type { MetaSchemas } from '../../src/json-schema/judge-schema.ts';
import d2019 from '../../src/json-schema/meta-schemas/2019-09.mjs';
import d2020 from '../../src/json-schema/meta-schemas/2020-12.mjs';
import documents from '../../src/json-schema/meta-schemas/documents.mjs';
import d04 from '../../src/json-schema/meta-schemas/draft-04.mjs';
import d06 from '../../src/json-schema/meta-schemas/draft-06.mjs';
import d07 from '../../src/json-schema/meta-schemas/draft-07.mjs';
import type { SchemaOptions } from '../../src/json-schema/schema-options.ts';
import { judgedValidator, type SchemaValidator } from '../../src/json-schema/schema-validator.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';

const META: MetaSchemas = {
  validators: new Map([
    ['draft-04', d04],
    ['draft-06', d06],
    ['draft-07', d07],
    ['2019-09', d2019],
    ['2020-12', d2020],
  ]),
  documents: new Map(Object.entries(documents)),
};

/** What `schemaValidator` gives, at once: the schemas for schemas are loaded already. */
export function judged(schema: JsonSchema, options: SchemaOptions = {}): SchemaValidator {
  return judgedValidator(schema, options, META);
}
