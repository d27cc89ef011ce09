import type { JsonValue } from '../model/json-value.ts';
import { describeConst, describeEnum } from './describe-allowed.ts';
import { describeAlternatives, describeNoBranch, describeSeveral } from './describe-choice.ts';
import { describeDependency, describeRequired } from './describe-required.ts';
import {
  describeDuplicates,
  describeLimit,
  describeMultipleOf,
  describeSize,
  describeTooManyItems,
} from './describe-size.ts';
import { describeContains, describeForbidden, describeKeyName, describeNot } from './describe-structure.ts';
import { describeFormat, describePattern } from './describe-text.ts';
import { describeType } from './describe-type.ts';
import { describeUnknownKey } from './describe-unknown-key.ts';
import type { Describe, Description, DescriptionContext } from './description.ts';
import type { Mistake } from './mistake.ts';
import { ownWords } from './own-words.ts';
import { kindWords } from './type-words.ts';

const BY_KEYWORD: Readonly<Record<string, Describe>> = {
  additionalItems: describeTooManyItems,
  additionalProperties: describeUnknownKey,
  alternatives: describeAlternatives,
  anyOf: (mistake, context) => describeNoBranch(mistake, context, describeMistake),
  const: describeConst,
  contains: describeContains,
  dependencies: describeDependency,
  dependentRequired: describeDependency,
  enum: describeEnum,
  exclusiveMaximum: describeLimit,
  exclusiveMinimum: describeLimit,
  'false schema': describeForbidden,
  format: describeFormat,
  items: describeTooManyItems,
  maxItems: describeSize,
  maxLength: describeSize,
  maxProperties: describeSize,
  maximum: describeLimit,
  minItems: describeSize,
  minLength: describeSize,
  minProperties: describeSize,
  minimum: describeLimit,
  multipleOf: describeMultipleOf,
  'no-branch': (mistake, context) => describeNoBranch(mistake, context, describeMistake),
  not: describeNot,
  oneOf: (mistake, context) =>
    Array.isArray(mistake.params.passingSchemas)
      ? describeSeveral(mistake, context)
      : describeNoBranch(mistake, context, describeMistake),
  pattern: describePattern,
  propertyNames: describeKeyName,
  required: describeRequired,
  type: describeType,
  unevaluatedItems: describeTooManyItems,
  unevaluatedProperties: describeUnknownKey,
  uniqueItems: describeDuplicates,
};

/** The words for a mistake; the author's own where the schema has some. */
export function describeMistake(mistake: Mistake, context: DescriptionContext): Description {
  const describe = BY_KEYWORD[mistake.keyword];
  const generated = describe === undefined ? describeOther(mistake, context) : describe(mistake, context);
  if (mistake.message === undefined) return generated;
  const { at, keyword } = mistake;
  const { wording } = context;
  const path = wording.path(generated.part === 'key' ? (generated.at ?? at.path) : at.path);
  const { wrong: message, about, advice } = ownWords(mistake.message);
  const showsValue = generated.part !== 'key' && isShown(at.value, keyword);
  const value = isContainer(at.value) ? kindWords(at.value) : wording.value(at.path, at.value);
  return {
    ...generated,
    statement: showsValue ? `${path}${isWord(value, message)}: ${message}` : `${path}: ${message}`,
    about,
    advice,
    effect: '',
    mend: /^(?:Quote it|Remove the quotes)\b/.test(advice ?? '') ? generated.mend : undefined,
  };
}

/** ` is 5`; of nothing at all that it is empty, unless the author says so. */
function isWord(value: string, message: string): string {
  if (value !== '""') return ` is ${value}`;
  return /^empty\b/.test(message) ? '' : ' is empty';
}

/** Of a map or list, only its type is worth a word. */
function isShown(value: JsonValue | undefined, keyword: string): boolean {
  return value !== undefined && (!isContainer(value) || keyword === 'type');
}

function isContainer(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

/** A keyword that only the schema's author and ajv know. */
function describeOther(mistake: Mistake, { wording }: DescriptionContext): Description {
  const { at, keyword } = mistake;
  return {
    rule: 'not',
    statement: `${wording.path(at.path)} is ${wording.value(at.path, at.value)}, which the schema's "${keyword}" does not allow`,
  };
}
