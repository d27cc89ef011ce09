import { isJsonObject } from '../model/json-value.ts';
import { DIALECT_ORDER, type Dialect } from './dialect.ts';
import { isCount, isKeyList, isTypes, isUnique } from './keyword-shapes.ts';

/** Where the schemas stand in the value of a keyword. `items` and `dependencies` hold one of two things. */
export type Holds =
  | 'schema'
  | 'list of schemas'
  | 'map of schemas'
  | 'map of patterns to schemas'
  | 'schema or list of schemas'
  | 'map of schemas or keys'
  | 'data'
  | 'pattern'
  | 'reference'
  | 'name';

/** What is known of a keyword of JSON Schema. */
export interface Keyword {
  readonly holds: Holds;
  /** The first and the last dialect that know it. */
  readonly from?: Dialect;
  readonly to?: Dialect;
  /** Whether data can stand behind the keyword: as strict as the schema for schemas, or stricter. */
  readonly fits?: (value: unknown) => boolean;
  /** The same in draft-04, where it differs. */
  readonly fitsDraft04?: (value: unknown) => boolean;
}

const data = (fits: (value: unknown) => boolean, more: Partial<Keyword> = {}): Keyword => ({
  holds: 'data',
  fits,
  ...more,
});
const text = data((value) => typeof value === 'string');
const flag = data((value) => typeof value === 'boolean');
const number = data((value) => typeof value === 'number');
const count = data(isCount);
const bound: Keyword = { ...number, fitsDraft04: (value) => typeof value === 'boolean' };
const anything = data(() => true);

/** Every keyword of every draft. What is not listed is no keyword, and may be anything. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['$comment', text],
  ['title', text],
  ['description', text],
  ['format', text],
  ['contentMediaType', text],
  ['contentEncoding', text],
  ['deprecated', flag],
  ['readOnly', flag],
  ['writeOnly', flag],
  ['default', anything],
  ['examples', data(Array.isArray)],
  ['type', data(isTypes)],
  ['enum', data((value) => Array.isArray(value) && value.length > 0 && isUnique(value))],
  ['const', { ...anything, from: 'draft-06' }],
  ['maximum', number],
  ['minimum', number],
  ['exclusiveMaximum', bound],
  ['exclusiveMinimum', bound],
  ['multipleOf', data((value) => typeof value === 'number' && value > 0)],
  ['maxLength', count],
  ['minLength', count],
  ['pattern', { holds: 'pattern' }],
  ['maxItems', count],
  ['minItems', count],
  ['uniqueItems', flag],
  ['items', { holds: 'schema or list of schemas' }],
  ['additionalItems', { holds: 'schema', to: '2019-09' }],
  ['prefixItems', { holds: 'list of schemas', from: '2020-12' }],
  ['contains', { holds: 'schema', from: 'draft-06' }],
  ['maxContains', { ...count, from: '2019-09' }],
  ['minContains', { ...count, from: '2019-09' }],
  ['unevaluatedItems', { holds: 'schema', from: '2019-09' }],
  ['maxProperties', count],
  ['minProperties', count],
  ['required', data(isKeyList, { fitsDraft04: (value) => isKeyList(value) && (value as []).length > 0 })],
  ['properties', { holds: 'map of schemas' }],
  ['patternProperties', { holds: 'map of patterns to schemas' }],
  ['additionalProperties', { holds: 'schema' }],
  ['unevaluatedProperties', { holds: 'schema', from: '2019-09' }],
  ['propertyNames', { holds: 'schema', from: 'draft-06' }],
  ['dependencies', { holds: 'map of schemas or keys' }],
  [
    'dependentRequired',
    data((value) => isJsonObject(value) && Object.values(value).every(isKeyList), { from: '2019-09' }),
  ],
  ['dependentSchemas', { holds: 'map of schemas', from: '2019-09' }],
  ['if', { holds: 'schema', from: 'draft-07' }],
  ['then', { holds: 'schema', from: 'draft-07' }],
  ['else', { holds: 'schema', from: 'draft-07' }],
  ['not', { holds: 'schema' }],
  ['allOf', { holds: 'list of schemas' }],
  ['anyOf', { holds: 'list of schemas' }],
  ['oneOf', { holds: 'list of schemas' }],
  ['contentSchema', { holds: 'schema', from: '2019-09' }],
  ['definitions', { holds: 'map of schemas' }],
  ['$defs', { holds: 'map of schemas' }],
  ['$ref', { holds: 'reference' }],
  ['$schema', { holds: 'data', fits: (value) => typeof value === 'string' }],
  ['id', { holds: 'name', to: 'draft-04' }],
  ['$id', { holds: 'name', from: 'draft-06' }],
  ['$anchor', { holds: 'name', from: '2019-09' }],
  ['$dynamicAnchor', { holds: 'name', from: '2020-12' }],
  ['$dynamicRef', { holds: 'reference', from: '2020-12' }],
  // Helm's engine obeys these in 2020-12 as well (`objcompiler.go`).
  ['$recursiveAnchor', { ...flag, from: '2019-09' }],
  ['$recursiveRef', { holds: 'reference', from: '2019-09' }],
  ['$vocabulary', data(isJsonObject, { from: '2019-09' })],
  // Not of JSON Schema, but what stands there is data all the same.
  ['x-chartlint', anything],
]);

/** The keywords that the dialect knows. */
export function keywordsOf(dialect: Dialect): ReadonlyMap<string, Keyword> {
  const at = DIALECT_ORDER.indexOf(dialect);
  const known = new Map<string, Keyword>();
  for (const [name, keyword] of KEYWORDS) {
    const { from, to } = keyword;
    if (from !== undefined && at < DIALECT_ORDER.indexOf(from)) continue;
    if (to !== undefined && at > DIALECT_ORDER.indexOf(to)) continue;
    const { fitsDraft04 } = keyword;
    known.set(
      name,
      at === 0 && fitsDraft04 !== undefined ? { holds: keyword.holds, fits: fitsDraft04 } : keyword,
    );
  }
  return known;
}

/** Whether schemas stand by name in the value of the keyword. */
export function holdsMap(keyword: string): boolean {
  const holds = KEYWORDS.get(keyword)?.holds;
  return (
    holds === 'map of schemas' || holds === 'map of patterns to schemas' || holds === 'map of schemas or keys'
  );
}

/** Whether the value of the keyword is data in which no schema stands. */
export function holdsData(keyword: string): boolean {
  return KEYWORDS.get(keyword)?.holds === 'data';
}
