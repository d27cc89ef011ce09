import { hasType, typesOf } from './check-types.ts';
import type { Evaluated } from './evaluated.ts';
import type { Check, KeywordCheck, SchemaRun } from './schema-run.ts';

function size(keyword: string, breaks: (size: number, limit: number) => boolean): KeywordCheck {
  return ({ schema, pointer }) => {
    const limit = schema[keyword] as number;
    return (data, run) => {
      if (breaks((data as unknown[]).length, limit)) run.fail(keyword, `${pointer}/${keyword}`, { limit });
    };
  };
}

/** One schema for each of the first items. */
function tuple(keyword: string): KeywordCheck {
  return ({ schema, below }) => {
    const checks = (schema[keyword] as unknown[]).map((_, i) => below(keyword, i));
    return (data, run) => {
      const list = data as unknown[];
      const end = Math.min(list.length, checks.length);
      for (let i = 0; i < end; i++) run.below(i, checks[i]!, list[i]);
      run.evaluated?.noteItems(end);
    };
  };
}

/** One schema for all items behind the first `from`, or `false` for none. */
function rest(keyword: string, from: (schema: Readonly<Record<string, unknown>>) => number): KeywordCheck {
  return ({ schema, pointer, below }) => {
    const start = from(schema);
    if (schema[keyword] === false && start > 0) {
      return (data, run) => {
        const { length } = data as unknown[];
        if (length > start) run.fail(keyword, `${pointer}/${keyword}`, { limit: start });
        run.evaluated?.noteItems(length);
      };
    }
    const check = below(keyword);
    return (data, run) => {
      const list = data as unknown[];
      for (let i = start; i < list.length; i++) run.below(i, check, list[i]);
      run.evaluated?.noteItems(list.length);
    };
  };
}

const lengthOf = (tuple: unknown): number => (Array.isArray(tuple) ? tuple.length : 0);
const items = rest('items', () => 0);

/** How many items may match; from 2019-09 on the schema says it, and from 2020-12 on those that match count as looked at. */
function contains(isCounted: boolean, isNoted: boolean): KeywordCheck {
  return ({ schema, pointer, below }) => {
    const min = isCounted ? ((schema.minContains as number | undefined) ?? 1) : 1;
    const max = isCounted ? (schema.maxContains as number | undefined) : undefined;
    const params = max === undefined ? { minContains: min } : { minContains: min, maxContains: max };
    const fail = (run: SchemaRun): void => run.fail('contains', `${pointer}/contains`, params);
    if (max !== undefined && min > max) return (_, run) => fail(run);
    const saysNothing = max === undefined && min === 0;
    if (saysNothing && !isNoted) return undefined;
    const check = below('contains');
    return (data, run) => {
      const noted = isNoted ? run.evaluated : undefined;
      if (saysNothing && noted === undefined) return;
      const before = run.errors.length;
      if (isEnough(data as unknown[], check, run, { min, max, noted })) run.errors.length = before;
      else fail(run);
    };
  };
}

interface Counting {
  readonly min: number;
  readonly max: number | undefined;
  /** Takes the items that match; then all are looked at. */
  readonly noted: Evaluated | undefined;
}

/** Stops at the first item that settles it, with the errors of those before. */
function isEnough(
  list: readonly unknown[],
  check: Check,
  run: SchemaRun,
  { min, max, noted }: Counting,
): boolean {
  let count = 0;
  for (const [i, item] of list.entries()) {
    const before = run.errors.length;
    run.below(i, check, item);
    if (run.errors.length > before) continue;
    count++;
    noted?.note(i);
    if (max !== undefined && count > max) return false;
    if (max === undefined && count >= min && noted === undefined) return true;
  }
  return count >= min;
}

/** What no other keyword has looked at; the last check of its schema. */
const unevaluatedItems: KeywordCheck = ({ schema, pointer, below }) => {
  const isForbidden = schema.unevaluatedItems === false;
  const check = below('unevaluatedItems');
  return (data, run) => {
    const list = data as unknown[];
    const { evaluated } = run;
    const left = Array.from(list.keys()).filter((i) => evaluated?.has(i) !== true);
    if (isForbidden && left.length > 0) {
      run.fail('unevaluatedItems', `${pointer}/unevaluatedItems`, { limit: left[0] });
    } else {
      for (const i of left) run.below(i, check, list[i]);
    }
    evaluated?.noteItems(list.length);
  };
};

const uniqueItems: KeywordCheck = ({ schema, pointer }) => {
  if (schema.uniqueItems !== true) return undefined;
  const types = typesOf(schema.items);
  const isScalar = types.length > 0 && !types.some((type) => type === 'object' || type === 'array');
  const twins = isScalar ? scalarTwins(types) : lastTwins;
  return (data, run) => {
    const found = twins(data as unknown[]);
    if (found !== undefined) run.fail('uniqueItems', `${pointer}/uniqueItems`, found);
  };
};

type Twins = { readonly i: number; readonly j: number };

/** The last pair of equal items, found in one pass by what each item is as text. */
function lastTwins(list: readonly unknown[]): Twins | undefined {
  const indices = new Map<unknown, number>();
  let found: Twins | undefined;
  for (const [i, item] of list.entries()) {
    // What is no map or list is its own key; NaN equals nothing.
    if (Number.isNaN(item)) continue;
    const key = typeof item === 'object' && item !== null ? sortedText(item) : textless(item);
    const j = indices.get(key);
    if (j !== undefined) found = { i, j };
    indices.set(key, i);
  }
  return found;
}

/** A string must not be taken for the text of a map. */
function textless(item: unknown): unknown {
  return typeof item === 'string' ? `"${item}` : item;
}

/** Equal maps and lists have the same text, whatever the order of the keys. */
function sortedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join()}]`;
  if (typeof value !== 'object' || value === null) {
    // -0 equals 0, and NaN not even itself, but two maps that hold one are not worth a rule.
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sortedText((value as Record<string, unknown>)[key])}`).join()}}`;
}

/** The same in one pass; items of another type are the business of `items`. */
function scalarTwins(types: readonly string[]): (list: readonly unknown[]) => Twins | undefined {
  const isMeant = hasType(types);
  return (list) => {
    const indices = new Map<string, number>();
    for (let i = list.length - 1; list.length > 1 && i >= 0; i--) {
      const item = list[i];
      if (!isMeant(item)) continue;
      const key = types.length > 1 && typeof item === 'string' ? `${item}_` : String(item);
      const j = indices.get(key);
      if (j !== undefined) return { i, j };
      indices.set(key, i);
    }
    return undefined;
  };
}

const SIZES = {
  maxItems: size('maxItems', (length, limit) => length > limit),
  minItems: size('minItems', (length, limit) => length < limit),
};
const SAYS_NOTHING: KeywordCheck = () => undefined;
const COUNTS = { maxContains: SAYS_NOTHING, minContains: SAYS_NOTHING };
/** `items` is one schema for all, or a list of them; then `additionalItems` is for the others. */
const ITEMS: Readonly<Record<string, KeywordCheck>> = {
  additionalItems: (part) =>
    Array.isArray(part.schema.items)
      ? rest('additionalItems', (schema) => lengthOf(schema.items))(part)
      : undefined,
  items: (part) => (Array.isArray(part.schema.items) ? tuple('items')(part) : items(part)),
};

/** Keywords about lists up to draft-07, in the order in which ajv applies them. */
export const ARRAY_CHECKS: Readonly<Record<string, KeywordCheck>> = {
  ...SIZES,
  ...ITEMS,
  contains: contains(false, false),
  uniqueItems,
};

/** In 2019-09. */
export const ARRAY_CHECKS_2019: Readonly<Record<string, KeywordCheck>> = {
  ...ARRAY_CHECKS,
  contains: contains(true, false),
  ...COUNTS,
  unevaluatedItems,
};

/** In 2020-12. */
export const ARRAY_CHECKS_2020: Readonly<Record<string, KeywordCheck>> = {
  ...SIZES,
  prefixItems: tuple('prefixItems'),
  items: rest('items', (schema) => lengthOf(schema.prefixItems)),
  contains: contains(true, true),
  uniqueItems,
  ...COUNTS,
  unevaluatedItems,
};
