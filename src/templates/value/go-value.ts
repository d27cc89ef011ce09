import type { GoFunction } from '../functions/go-function.ts';
import type { Origin, ValuesPlace } from './origin.ts';

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
  readonly isNil?: boolean;
  readonly methods?: ReadonlyMap<string, GoFunction>;
  /** Where in the release's values this list is; its items are below. Absent when nothing is traced or the list was made. */
  readonly place?: ValuesPlace;
  /** Where single items come from, by index, when not simply below `place`. */
  origins?: (Origin | undefined)[];
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
  readonly isNil?: boolean;
  readonly methods?: ReadonlyMap<string, GoFunction>;
  /** Where in the release's values this map is; its entries are below. Absent when nothing is traced or the map was made. */
  readonly place?: ValuesPlace;
  /** Where single entries come from, when not simply below `place`. */
  origins?: Map<string, Origin | undefined>;
}

/** A struct, a pointer to one, a function, an error: whatever has fields or methods. */
export interface GoObject {
  readonly go: 'object';
  /** As `%T` writes it: `time.Time`, `*semver.Version`, `chart.Metadata`. */
  readonly type: string;
  readonly kind: 'struct' | 'ptr' | 'func' | 'complex128';
  /** The fields in the order of their declaration; those with a small first letter are only for fmt. */
  readonly fields?: ReadonlyMap<string, GoValue>;
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
