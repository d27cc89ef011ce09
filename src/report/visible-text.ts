/**
 * Control characters drawn as something: a value such as `"\e[2J"` must not act on a terminal, XML allows no such character,
 * and text that turns the reading direction hides what a line says. Tabs and line ends stay. One UTF-16 unit for one, so that
 * columns stay right.
 */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}

/** The same on one line, for formats where a line is a record. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(/\s+/g, (space) => (/[\r\n\u2028\u2029]/.test(space) ? ' ' : space)));
}

/** C0 and C1 controls, direction overrides, halves of surrogate pairs, and the two code points that XML refuses. */
const INVISIBLE = /(?![\t\r\n])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;
