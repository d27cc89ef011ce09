import { GoError } from '../../value/go-error.ts';
import type { GoValue } from '../../value/go-value.ts';
import { kindOf } from '../../value/type-of.ts';
import { nilPointer } from '../go-panics.ts';
import { sliceItems } from './slice-items.ts';

/** The items, or the error of sprig's list functions; `words` come before the kind, `after` behind it: `Cannot concat type`, ` as list`. */
export function itemsOr(words: string, list: GoValue, after = ''): readonly GoValue[] {
  const items = sliceItems(list);
  if (items !== undefined) return items;
  throw list === null ? nilPointer() : new GoError(`${words} ${kindOf(list)}${after}`);
}
