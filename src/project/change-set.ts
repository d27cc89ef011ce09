/** What counts as changed. */
export type ChangeSet =
  | { readonly kind: 'staged' }
  | { readonly kind: 'since'; readonly base: string | undefined };
