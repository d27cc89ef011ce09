import type { GoValue } from '../value/go-value.ts';
import type { Origin, Unforeseen } from '../value/origin.ts';

/**
 * A function that templates can call.
 *
 * The evaluator checks the arguments as reflection does in Go and `call` gets values of the declared types:
 * `string` a string (not a named type), `int` a GoInt of kind int (literals of templates are converted, an int64 or a
 * float64 is refused), `float64` a number, `bool` a boolean; `interface {}` anything but undefined (nil is null);
 * `reflect.Value` anything, also undefined; `map[string]interface {}`, `[]interface {}`, `[]string` only containers of
 * exactly this element type, whatever their name, and nil as null; any other name only objects whose `type` it is, or a
 * pointer to it. Too few or too many arguments never reach `call`.
 */
export interface GoFunction {
  readonly name: string;
  /** The types of the parameters, as Go's reflection prints them. */
  readonly params: readonly string[];
  /** Whether the last parameter can be given any number of times (then `params` names the type of one). */
  readonly variadic?: boolean;
  /** The declared type of the result: `string`, `interface {}` … */
  readonly result: string;
  /** The result. Throws GoError for a returned error and for a panic, with Go's text. */
  call(args: readonly GoValue[], context: CallContext): GoValue;
  /**
   * Where the result comes from; only asked when rendering is traced, right after `call`. It may also note `origins` on
   * a list or map that `call` made. Without it the result depends as a whole on all that is in the arguments.
   */
  origin?(call: TracedCall): Origin | undefined;
}

/** A call that was made, for `origin`. */
export interface TracedCall {
  readonly args: readonly GoValue[];
  /** Where the arguments come from, by index. */
  readonly origins: readonly (Origin | undefined)[];
  readonly result: GoValue;
  readonly context: CallContext;
}

/** What a function may know of the rendering. */
export interface CallContext {
  /** The major version of Helm. */
  readonly helm: 3 | 4;
  /** Whether origins are wanted. */
  readonly traced: boolean;
  /** Accounts for work (about one unit for each character or item made) before it is done; throws when a budget is used up. */
  spend(units: number): void;
  /** The time at which the chart is rendered, in milliseconds since 1970. */
  readonly clock: number;
  /** Another whole number in each call of a rendering, the same ones in each rendering: chance that can be repeated. */
  chance(): number;
  /** The origin of what cannot be foreseen. `what` is the name of the function. */
  unforeseen(what: string): Unforeseen;
}
