/** The fields that an object may have: by name, what is below each. `true` for anything; a list for the fields of each of its items. */
export type FieldTree = { readonly [name: string]: FieldTree | readonly [FieldTree] | true };

/** Fields of any content, from a text of names. */
export function anyOf(names: string): Record<string, true> {
  return Object.fromEntries(names.split(' ').map((name) => [name, true]));
}
