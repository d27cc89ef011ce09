/** A regular expression of JavaScript as a tree. */
export type PatternNode =
  /** One character: `a`, `\d`, `[a-z]`, `.`; `source` is how JavaScript writes it. */
  | { readonly kind: 'character'; readonly source: string }
  /** A place between characters. */
  | { readonly kind: 'place'; readonly at: '^' | '$' | '\\b' | '\\B' }
  /** Look-around. */
  | { readonly kind: 'look'; readonly node: PatternNode }
  /** A back-reference. */
  | { readonly kind: 'reference' }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly nodes: readonly PatternNode[] }
  /** `most` is infinite for `*`, `+` and `{2,}`. */
  | {
      readonly kind: 'repetition';
      readonly node: PatternNode;
      readonly least: number;
      readonly most: number;
    };
