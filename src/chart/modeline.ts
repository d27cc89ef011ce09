/** yaml-language-server reads the modeline anywhere among the comments; people write it at the top. */
const MODELINE = /^[ \t]*#[ \t]*yaml-language-server[ \t]*:[ \t]*\$schema=(\S+)/m;

/** The schema that a `# yaml-language-server: $schema=…` comment names, as written. */
export function schemaInModeline(text: string): string | undefined {
  return MODELINE.exec(text.slice(0, 4096))?.[1];
}
