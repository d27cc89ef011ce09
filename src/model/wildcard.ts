/** One part of a pattern: any number of characters that pass, or exactly one. */
export interface WildcardPart {
  readonly isMany: boolean;
  readonly passes: (character: string) => boolean;
}

/**
 * Whether the parts take the whole text, character by character. What was last taken by a part that stands for many grows until
 * the rest fits, so that it takes the product of both lengths at the most.
 */
export function matchesWildcard(parts: readonly WildcardPart[], text: string): boolean {
  const characters = Array.from(text);
  let part = 0;
  let at = 0;
  let many = -1;
  let taken = 0;
  while (at < characters.length) {
    const wanted = parts[part];
    if (wanted?.isMany === true) {
      many = part++;
      taken = at;
    } else if (wanted?.passes(characters[at]!) === true) {
      part++;
      at++;
    } else {
      if (many === -1 || !parts[many]!.passes(characters[taken]!)) return false;
      part = many + 1;
      at = ++taken;
    }
  }
  while (parts[part]?.isMany === true) part++;
  return part === parts.length;
}
