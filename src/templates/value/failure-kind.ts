/** What kind of thing stops a rendering. */
export type FailureKind =
  /** A field of nil: `nil pointer evaluating interface {}.name`. */
  | 'nil pointer'
  /** A field of something that has none: a text, a list, a number. */
  | 'no field'
  /** An argument of another type than the function takes, or nil. */
  | 'wrong type'
  | 'wrong count'
  /** `range` over something that is no list, map or whole number. */
  | 'range'
  /** A function that could not do its work. */
  | 'function'
  | 'required'
  | 'fail'
  /** A template, variable or function that is not defined. */
  | 'undefined'
  /** A text that `tpl` cannot parse. */
  | 'parse'
  /** Templates that call each other without end. */
  | 'recursion'
  /** A value that holds itself, or is nested deeper than chartlint follows. */
  | 'nesting'
  /** More work or output than chartlint allows; Helm may render it. */
  | 'budget'
  | 'other';
