/**
 * The fields that an object may have: by name, what is below each. `true` for anything; a list for the fields of each of its items; `list` and
 * `map` for what is one, of any content; `=A B` for one of these words.
 */
export type FieldTree = { readonly [name: string]: FieldShape };

/** What may stand below a field. */
export type FieldShape = FieldTree | readonly [FieldTree] | true | 'list' | 'map' | `=${string}`;

/** Fields of one shape, of any content by default, from a text of names. */
export function anyOf<Shape extends FieldShape = true>(names: string, shape?: Shape): Record<string, Shape> {
  return Object.fromEntries(names.split(' ').map((name) => [name, shape ?? true])) as Record<string, Shape>;
}
