import type { Options } from 'ajv';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type core from 'ajv/dist/core.js';
import draft06MetaSchema from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import draft04 from 'ajv-draft-04';
import { assertsFormat, type Dialect } from '../../../src/json-schema/dialect.ts';
import { formats } from '../../../src/json-schema/formats/formats.ts';

/** What the ajv classes of all drafts have in common. */
export type AjvCore = core.default;

/** ajv for the dialect, as close to Helm's engine as its options allow. */
export function createAjv(dialect: Dialect, options: Options): AjvCore {
  const all: Options = {
    allErrors: true,
    // Unknown keywords and formats are ignored, unions of types allowed.
    strict: false,
    logger: false,
    // `toString` is no key of a map that does not write it.
    ownProperties: true,
    // Each `$ref` compiles to a function of its own, which is how its errors get a path from the document's root.
    inlineRefs: false,
    // Decimals, as Helm's engine reckons: 0.3 is a multiple of 0.1.
    multipleOfPrecision: 12,
    validateFormats: assertsFormat(dialect),
    formats: { ...formats },
    ...options,
  };
  switch (dialect) {
    case 'draft-04':
      return new draft04.default({ ...all, ignoreKeywordsWithRef: true } as Options) as unknown as AjvCore;
    case 'draft-06': {
      const ajv = new Ajv({ ...all, ignoreKeywordsWithRef: true, defaultMeta: draft06MetaSchema.$id });
      ajv.addMetaSchema(draft06MetaSchema);
      return ajv;
    }
    case 'draft-07':
      return new Ajv({ ...all, ignoreKeywordsWithRef: true });
    case '2019-09':
      return new Ajv2019({ ...all, unevaluated: true });
    case '2020-12':
      return new Ajv2020({ ...all, unevaluated: true });
  }
}
