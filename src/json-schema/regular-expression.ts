const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** Skips character classes and escaped characters, so that `\(?=` is not taken for a look-ahead. */
const NOT_IN_GO = /\[(?:\\.|[^\]\\])*\]|\\.|\(\?(?:=|!|<=|<!)/gs;

/**
 * A pattern of a schema as JavaScript runs it. Helm reads patterns as Go does (RE2); what only Go knows (`(?i)`, `\z`,
 * `[[:alpha:]]`, `(?P<name>…)`, needless escapes) is translated.
 * @throws SyntaxError when neither Go nor JavaScript could read it.
 */
export function regularExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    const inline = /^\(\?([ims]+)\)/.exec(pattern);
    const flags = inline === null ? '' : [...new Set(inline[1])].join('');
    const translated = pattern
      .slice(inline?.[0].length ?? 0)
      .replace(/\[:(\^?)([a-z]+):\]/g, (all, not: string, name: string) =>
        not === '' && POSIX[name] !== undefined ? POSIX[name] : all,
      )
      .replace(/\(\?P</g, '(?<')
      .replace(/\\A/g, '^')
      .replace(/\\z/g, '$');
    try {
      return new RegExp(translated, `${flags}u`);
    } catch {
      return new RegExp(translated, flags);
    }
  }
}

/** What Go's regular expressions, and so every Helm, refuse in the pattern: look-around or a back-reference. */
export function refusedByGo(pattern: string): 'look-around' | 'back-reference' | undefined {
  for (const [found] of pattern.matchAll(NOT_IN_GO)) {
    if (found.startsWith('(')) return 'look-around';
    if (/^\\[1-9k]$/.test(found)) return 'back-reference';
  }
  return undefined;
}

/** The format `regex`. */
export function isRegularExpression(text: string): boolean {
  try {
    regularExpression(text);
    return true;
  } catch {
    return false;
  }
}
