import type { Dialect } from '../../../src/json-schema/dialect.ts';
import { holdsData, holdsMap } from '../../../src/json-schema/keywords.ts';
import { pointerSegment } from '../../../src/json-schema/schema-place.ts';
import type { JsonSchema } from '../../../src/model/chart-profile.ts';

/** What ajv reads although the dialect (so Helm's engine) does not know it. */
const FOREIGN: Readonly<Record<Dialect, readonly string[]>> = {
  'draft-04': [
    'nullable',
    '$async',
    'discriminator',
    'const',
    'contains',
    'propertyNames',
    'if',
    'then',
    'else',
  ],
  'draft-06': ['nullable', '$async', 'discriminator', 'id', 'if', 'then', 'else'],
  'draft-07': ['nullable', '$async', 'discriminator', 'id'],
  '2019-09': ['nullable', '$async', 'discriminator', 'id'],
  '2020-12': ['nullable', '$async', 'discriminator', 'id', '$recursiveRef', '$recursiveAnchor'],
};

/** Schema objects of a prepared document, with where each is written in it (`#/properties/a`). */
export type SchemaPointers = Map<object, string>;

/**
 * A copy of the schema for ajv, without the keywords that only ajv would obey (`nullable`, `$async` …), without ids that
 * are mere pointers, and without `$schema`: the class of ajv stands for the dialect, whatever name the schema gives it. Notes in `pointers` where each part is written, so that errors can say it.
 */
export function prepareSchema(
  schema: JsonSchema,
  dialect: Dialect,
  prefix: string,
  pointers: SchemaPointers,
): JsonSchema {
  const foreign = new Set(FOREIGN[dialect]);
  // Up to draft-07 whatever stands beside a `$ref` is ignored; ajv knows that but for the id.
  const siblingsIgnored = dialect.startsWith('draft-');
  const idKeyword = dialect === 'draft-04' ? 'id' : '$id';

  function copy(part: unknown, pointer: string, isMap: boolean): unknown {
    if (Array.isArray(part)) return part.map((item, i) => copy(item, `${pointer}/${i}`, false));
    if (typeof part !== 'object' || part === null) return part;
    const result: Record<string, unknown> = {};
    const isReference = siblingsIgnored && !isMap && '$ref' in part && typeof part.$ref === 'string';
    for (const [key, value] of Object.entries(part)) {
      if (!isMap && (foreign.has(key) || key === '$schema')) continue;
      if (isReference && key === idKeyword) continue;
      // `#/properties/a` as an id is what some generators write; Helm's engine takes it for a harmless anchor.
      if (!isMap && key === idKeyword && typeof value === 'string' && value.startsWith('#/')) continue;
      const copied =
        !isMap && holdsData(key)
          ? value
          : copy(value, `${pointer}/${pointerSegment(key)}`, !isMap && holdsMap(key));
      Object.defineProperty(result, key, {
        value: copied,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    // ajv looks at an `if` only for its `then` and `else`, and else forgets which keys it has evaluated.
    if (!isMap && !siblingsIgnored && Object.hasOwn(result, 'if')) {
      for (const keyword of ['then', 'else']) result[keyword] ??= { minItems: 0 };
    }
    pointers.set(result, pointer);
    return result;
  }
  return copy(schema, `${prefix}#`, false) as JsonSchema;
}
