/** What would make a value one that is allowed, where that can be told from the value alone. */
export type Mend =
  /** The same characters as text. */
  | { readonly how: 'quote' }
  /** What stands between the quotes, as a number or boolean. */
  | { readonly how: 'unquote' }
  /** The key under another name. */
  | { readonly how: 'rename'; readonly to: string }
  /** Another text, which was likely meant. */
  | { readonly how: 'write'; readonly text: string };
