/** The part of ajv's `ErrorObject` that chartlint reads; precompiled and run-time validators both give it. */
export interface ValidationError {
  readonly keyword: string;
  /** JSON Pointer to the value. */
  readonly instancePath: string;
  /**
   * Where the keyword is written: `#/properties/image/required`, or `<document>#/…` in another document. Always from the
   * root of its document, also behind a `$ref` (plain ajv starts again at the target of the reference).
   */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key at fault, on errors inside `propertyNames`. */
  readonly propertyName?: string;
  readonly message?: string;
}

/** A compiled schema: whether the data is valid; if not, `errors` holds why until the next call. */
export type ValidateFunction = ((data: unknown) => boolean) & { errors?: readonly ValidationError[] | null };
