/** Whether the text ends with one of the others; for a text or a few, cheaper than compiling a regular expression. */
export function endsWithAny(text: string, endings: readonly string[]): boolean {
  return endings.some((ending) => text.endsWith(ending));
}
