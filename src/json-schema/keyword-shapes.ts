import { deepEqual } from './interpret/deep-equal.ts';

/** What `type` can name. */
export const TYPE_NAMES: ReadonlySet<unknown> = new Set([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
]);

/** A whole number from 0 on. */
export function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** Whether no two entries of the list are equal. */
export function isUnique(list: readonly unknown[]): boolean {
  return (
    new Set(list).size === list.length &&
    list
      .filter((one) => typeof one === 'object')
      .every((one, i, all) => all.slice(0, i).every((two) => !deepEqual(one, two)))
  );
}

/** Lists of keys, each once. */
export function isKeyList(value: unknown): boolean {
  return Array.isArray(value) && value.every((key) => typeof key === 'string') && isUnique(value);
}

/** A type, or a list of different ones. */
export function isTypes(value: unknown): boolean {
  const types = Array.isArray(value) ? value : [value];
  return types.length > 0 && isUnique(types) && types.every((type) => TYPE_NAMES.has(type));
}
