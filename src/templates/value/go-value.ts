import type { Origin } from './origin.ts';
import type { Unforeseen, ValuesPlace } from './values-source.ts';

/**
 * A value as Go's text/template sees it.
 *
 * - `undefined`: reflect's zero Value, "no value": what a pipeline that yields nil leaves. Only parameters of type
 *   `reflect.Value` ever get it.
 * - `null`: a nil `interface {}`: null in values, a missing key (Helm renders with `missingkey=zero`), nil arguments.
 * - `number`: a float64. Whole numbers are GoInt, except those of values files, which Helm reads as float64.
 * - `string`: bytes that are not UTF-8 are lone surrogates U+DC80 to U+DCFF (as Python's `surrogateescape`).
 */
export type GoValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | GoInt
  | GoBytes
  | GoList
  | GoMap
  | GoObject;

/** Kinds of whole numbers that reach templates. */
export type IntKind =
  | 'int'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64';

/** A whole number of Go; never changes. */
export interface GoInt {
  readonly go: 'int';
  readonly kind: IntKind;
  /** The kind's name, or a named type of that kind: `time.Month`, `time.Duration`. */
  readonly type: string;
  readonly value: bigint;
  /** What `String()` of the named type says: `March`, `1h0m0s`. */
  readonly text?: string;
}

/** `[]uint8`: the content of a file (`.Files.GetBytes`, `range .Files`). Text as in strings: one code unit of U+DC80 to U+DCFF for each byte that is not UTF-8. */
export interface GoBytes {
  readonly go: 'bytes';
  readonly text: string;
}

/** A slice: a reference as in Go, though only `sortAlpha` writes into a slice that others hold. */
export interface GoList {
  readonly go: 'list';
  readonly items: GoValue[];
  /** The type of the items: `interface {}`, `string`, `int`, `[]uint8`, `*chart.Dependency` … */
  readonly element: string;
  /** The name when the type has one (`common.VersionSet`), else `[]` and the element. */
  readonly type: string;
  /** A nil slice: JSON and YAML write `null`. */
  readonly isNil?: boolean | undefined;
  readonly methods?: ReadonlyMap<string, GoFunction> | undefined;
  /** Where in the release's values this list is; its items are below. Absent when nothing is traced or the list was made. */
  readonly place?: ValuesPlace | undefined;
  /** Where single items come from, by index, when not simply below `place`. */
  origins?: (Origin | undefined)[] | undefined;
}

/** A map with string keys: a reference; `set`, `unset` and `merge` change it for everybody who holds it. */
export interface GoMap {
  readonly go: 'map';
  readonly entries: Map<string, GoValue>;
  /** The type of the entries: `interface {}`, `string` … */
  readonly element: string;
  /** The name when the type has one (`chartutil.Values`, `engine.files`), else `map[string]` and the element. */
  readonly type: string;
  /** A nil map: JSON and YAML write `null`, `set` fails. */
  readonly isNil?: boolean | undefined;
  readonly methods?: ReadonlyMap<string, GoFunction> | undefined;
  /** Where in the release's values this map is; its entries are below. Absent when nothing is traced or the map was made. */
  readonly place?: ValuesPlace | undefined;
  /** Where single entries come from, when not simply below `place`. */
  origins?: Map<string, Origin | undefined> | undefined;
}

/** A struct, a pointer to one, a function, an error: whatever has fields or methods. */
export interface GoObject {
  readonly go: 'object';
  /** As `%T` writes it: `time.Time`, `*semver.Version`, `chart.Metadata`. */
  readonly type: string;
  readonly kind: 'struct' | 'ptr' | 'func' | 'complex128';
  /** The fields in the order of their declaration; those with a small first letter are only for fmt. */
  readonly fields?: ReadonlyMap<string, GoValue>;
  /** The fields as fmt sees them, where `fields` names what an embedded struct has beside the others. */
  readonly declared?: ReadonlyMap<string, GoValue>;
  readonly methods?: ReadonlyMap<string, GoFunction>;
  /** What fmt prints for `%v`: of `Error()`, of `String()`, or of the struct. */
  readonly text?: () => string;
  /** What fmt prints for `%#v`: of `GoString()`. */
  readonly goText?: () => string;
  /** What an action prints of it where only the pointer to it has `String()`; fmt's functions get the struct and never see it. */
  readonly pointerText?: () => string;
  /** What JSON and YAML write in its place (`MarshalJSON`, tags of fields); without it the fields by name. */
  readonly plain?: () => GoValue;
  /** What the functions that make and read such an object keep in it. */
  readonly state?: unknown;
}

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
  readonly variadic?: boolean | undefined;
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
