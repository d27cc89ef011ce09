import type { Context } from './context.ts';
import type { ValuesSource } from './values-source.ts';

/** Where a value comes from; undefined where no value of the release went in (texts and constants of templates). */
export type Origin = ValuesSource | TextOrigin;

/** Where the pieces of a text come from. Offsets are UTF-16 code units, as those of JavaScript's strings. */
export interface TextOrigin {
  readonly from: 'pieces';
  /** Where each piece ends; the last one is the length of the text. */
  readonly ends: readonly number[];
  /** What each piece comes from; undefined: a constant. */
  readonly marks: readonly (Mark | undefined)[];
  /** The values that decided what the text says without being part of it: conditions of the template that wrote it. */
  readonly decided: ValuesSource | undefined;
}

/** What one piece comes from: values, or a template that wrote it (which says the values too). */
export type Mark = ValuesSource | Written;

/** Text that an action of a template wrote. */
export interface Written {
  readonly from: 'written';
  readonly context: Context;
  readonly source: ValuesSource | undefined;
  /** The values that chose this text without being part of it: those that `or` passed over, the condition of `ternary`. */
  readonly decided: ValuesSource | undefined;
  /** What wrote the text before it was handed to this action: the template that `include` ran. */
  readonly inner: Written | undefined;
}
