import type { SchemaCheckName } from '../model/check-id.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Describe } from './description.ts';
import { orTypes } from './type-words.ts';

const COMPARISON: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '>': 'more than',
  '<=': 'at most',
  '<': 'less than',
};

/** `minimum`, `maximum` and their exclusive kin. */
export const describeLimit: Describe = ({ at, keyword, params, alsoTypes }, { wording }) => {
  const lower = keyword === 'minimum' || keyword === 'exclusiveMinimum';
  const comparison = String(params.comparison ?? (lower ? '>=' : '<='));
  const wanted = `${COMPARISON[comparison] ?? comparison} ${params.limit}`;
  return {
    rule: lower ? 'minimum' : 'maximum',
    wanted: `a number of ${wanted}`,
    statement: `${wording.path(at.path)} is ${wording.value(at.path, at.value)}, ${wording.expects(orTypes(wanted, alsoTypes))}`,
  };
};

export const describeMultipleOf: Describe = ({ at, params, alsoTypes }, { wording }) => {
  const wanted = orTypes(`a multiple of ${params.multipleOf}`, alsoTypes);
  return {
    rule: 'multiple-of',
    wanted,
    statement: `${wording.path(at.path)} is ${wording.value(at.path, at.value)}, ${wording.expects(wanted)}`,
  };
};

interface Size {
  readonly rule: SchemaCheckName;
  readonly least: boolean;
  readonly one: string;
  readonly many: string;
  count(value: JsonValue | undefined): number;
}

const characters = {
  one: 'character',
  many: 'characters',
  count: (value: JsonValue | undefined) => [...String(value ?? '')].length,
};
const items = {
  one: 'item',
  many: 'items',
  count: (value: JsonValue | undefined) => (Array.isArray(value) ? value.length : 0),
};
const entries = {
  one: 'key',
  many: 'keys',
  count: (value: JsonValue | undefined) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length : 0,
};

const SIZES: Readonly<Record<string, Size>> = {
  minLength: { rule: 'min-length', least: true, ...characters },
  maxLength: { rule: 'max-length', least: false, ...characters },
  minItems: { rule: 'min-items', least: true, ...items },
  maxItems: { rule: 'max-items', least: false, ...items },
  minProperties: { rule: 'min-properties', least: true, ...entries },
  maxProperties: { rule: 'max-properties', least: false, ...entries },
};

/** Too short, too long; too few, too many. */
export const describeSize: Describe = ({ at, keyword, params }, { wording }) => {
  const size = SIZES[keyword]!;
  const path = wording.path(at.path);
  const count = size.count(at.value);
  const limit = Number(params.limit);
  const unit = (n: number): string => `${n} ${n === 1 ? size.one : size.many}`;
  if (size.least && count === 0) {
    return { rule: size.rule, wanted: 'something that is not empty', statement: `${path} must not be empty` };
  }
  const wanted = limit === 0 ? `no ${size.many}` : `${size.least ? 'at least' : 'at most'} ${unit(limit)}`;
  const text = size.one === 'character';
  const shown = wording.value(at.path, at.value);
  const is = !text
    ? `has ${unit(count)}`
    : wording.secret(at.path)
      ? `is ${shown}`
      : `is ${shown}, ${unit(count)} long`;
  return { rule: size.rule, wanted, statement: `${path} ${is}, ${wording.expects(wanted, 'have')}` };
};

/** More items than the schema describes, with no others allowed. */
export const describeTooManyItems: Describe = ({ at, params }, { wording }) => {
  const limit = Number(params.limit ?? params.len ?? 0);
  const count = items.count(at.value);
  const wanted = limit === 0 ? 'no items' : `at most ${limit} ${limit === 1 ? 'item' : 'items'}`;
  return {
    rule: 'max-items',
    wanted,
    statement: `${wording.path(at.path)} has ${count} ${count === 1 ? 'item' : 'items'}, ${wording.expects(wanted, 'have')}`,
  };
};

export const describeDuplicates: Describe = ({ at, params }, { wording }) => {
  const [first, second] = [Number(params.i), Number(params.j)].sort((a, b) => a - b) as [number, number];
  const item = Array.isArray(at.value) ? at.value[second] : undefined;
  const path = [...at.path, second];
  const what = typeof item === 'object' ? 'the same item' : wording.value(path, item);
  return {
    rule: 'unique-items',
    wanted: 'a list without duplicates',
    statement: `${wording.path(at.path)} lists ${what} twice (items ${first + 1} and ${second + 1}), ${wording.expects('each item once', 'hold')}`,
    advice: 'Remove one of them.',
    at: path,
  };
};
