/** Why Go refuses a template. */
export interface ParseProblem {
  /** Go's words without the place: `unexpected EOF`. */
  readonly message: string;
  /** The whole error, as Go writes it: `template: shop/templates/x.yaml:3: unexpected EOF`. */
  readonly text: string;
  /** Where Go noticed it: the offset of the token, in UTF-16 units. */
  readonly pos: number;
}
