/** Same letters and digits, whatever the case, dashes, dots, blanks and underscores: what people get wrong about a name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, '');
}
