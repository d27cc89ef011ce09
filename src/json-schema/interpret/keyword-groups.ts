import type { JsonObject } from '../../model/json-value.ts';
import { assertsFormat, type Dialect, isNewDialect } from '../dialect.ts';
import { KEYWORDS, keywordsOf } from '../keywords.ts';
import { ARRAY_CHECKS, ARRAY_CHECKS_2019, ARRAY_CHECKS_2020 } from './check-array.ts';
import { CHOICE_CHECKS } from './check-choice.ts';
import { OBJECT_CHECKS, OBJECT_CHECKS_2019 } from './check-object.ts';
import { DRAFT_04_NUMBER_CHECKS, NUMBER_CHECKS, STRING_CHECKS } from './check-scalar.ts';
import type { KeywordCheck, SchemaPart } from './schema-run.ts';

/** A keyword with the type that it is about, if any; `format` is about two. */
export interface CheckedKeyword {
  readonly type: string | undefined;
  readonly order: number;
  readonly check: KeywordCheck;
}

/** The keywords of a dialect, as they are checked. */
export interface KeywordGroups {
  /** Whether the dialect asks what no keyword has looked at. */
  readonly tracks: boolean;
  /** The schema without the keywords of other dialects. */
  known(schema: JsonObject): JsonObject;
  /** The keywords of a schema that somebody checks, in the order in which ajv applies them. */
  keywordsIn(schema: SchemaPart['schema']): readonly CheckedKeyword[];
}

const MADE = new Map<Dialect, KeywordGroups>();

/** What the dialect checks, in the order in which ajv does; made once. */
export function keywordGroups(dialect: Dialect): KeywordGroups {
  const groups = MADE.get(dialect) ?? groupsOf(dialect);
  MADE.set(dialect, groups);
  return groups;
}

function groupsOf(dialect: Dialect): KeywordGroups {
  const checked = checkedKeywords(dialect);
  const known = keywordsOf(dialect);
  const foreign = new Set([...KEYWORDS.keys()].filter((name) => !known.has(name)));
  return {
    tracks: isNewDialect(dialect),
    known(schema) {
      for (const name in schema) {
        if (!foreign.has(name)) continue;
        return Object.fromEntries(Object.entries(schema).filter(([key]) => !foreign.has(key)));
      }
      return schema;
    },
    keywordsIn(schema) {
      const keywords: CheckedKeyword[] = [];
      for (const name in schema) {
        const found = checked.get(name);
        if (found !== undefined && schema[name] !== undefined) keywords.push(...found);
      }
      return keywords.length < 2 ? keywords : keywords.sort((a, b) => a.order - b.order);
    },
  };
}

function checkedKeywords(dialect: Dialect): ReadonlyMap<string, readonly CheckedKeyword[]> {
  const isNew = isNewDialect(dialect);
  const groups: readonly (readonly [
    type: string | undefined,
    checks: Readonly<Record<string, KeywordCheck>>,
  ])[] = [
    [undefined, CHOICE_CHECKS],
    ['number', dialect === 'draft-04' ? DRAFT_04_NUMBER_CHECKS : NUMBER_CHECKS],
    ['string', assertsFormat(dialect) ? STRING_CHECKS : { ...STRING_CHECKS, format: () => undefined }],
    ['array', dialect === '2020-12' ? ARRAY_CHECKS_2020 : isNew ? ARRAY_CHECKS_2019 : ARRAY_CHECKS],
    ['object', isNew ? OBJECT_CHECKS_2019 : OBJECT_CHECKS],
  ];
  const keywords = new Map<string, CheckedKeyword[]>();
  let order = 0;
  for (const [type, checks] of groups) {
    for (const [name, check] of Object.entries(checks)) {
      const known = keywords.get(name) ?? [];
      keywords.set(name, known);
      known.push({ type, check, order: order++ });
    }
  }
  return keywords;
}
