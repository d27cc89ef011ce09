/** Offsets that the parser's events leave out, found again in the text next to those they give. */

/** The first offset from `at` on that is neither white space, a line end, nor inside a comment. */
export function skipBlank(text: string, at: number): number {
  let i = at;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 35) i = lineEnd(text, i) - 1;
    else if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff) break;
  }
  return i;
}

function lineEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}

/** The offset after the indicator (`:` or `-`) that follows `at`, or `at` itself when another thing follows. */
export function afterIndicator(text: string, at: number, indicator: number): number {
  const i = skipBlank(text, at);
  return text.charCodeAt(i) === indicator ? i + 1 : at;
}

/** The offset after the bracket that closes a flow collection whose last entry ends at `at`. */
export function afterCloser(text: string, at: number, closer: number): number {
  let i = skipBlank(text, at);
  while (i < text.length && text.charCodeAt(i) !== closer) {
    const code = text.charCodeAt(i);
    // What can stand between the last entry and the bracket: a comma, or the signs of an entry without key or value.
    if (code !== 44 && code !== 58 && code !== 63) return at;
    i = skipBlank(text, i + 1);
  }
  return Math.min(i + 1, text.length);
}

/** The offset of the `|` or `>` of a block scalar, the first one after `at`. */
export function blockIndicator(text: string, at: number): number {
  let i = skipBlank(text, at);
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 124 || code === 62) return i;
    if (code !== 45 && code !== 58 && code !== 63 && code !== 44) return at;
    i = skipBlank(text, i + 1);
  }
  return at;
}

/** The end of the last line with content among a block scalar's lines, or of the line before them when all are blank. */
export function blockContentEnd(text: string, start: number, end: number): number {
  let contentEnd = end;
  while (contentEnd > start && isBreak(text.charCodeAt(contentEnd - 1))) contentEnd--;
  let i = contentEnd;
  for (; i > start; i--) {
    const code = text.charCodeAt(i - 1);
    if (isBreak(code)) contentEnd = i - 1;
    else if (code !== 32 && code !== 9) break;
  }
  if (i > start) return contentEnd;
  while (i > 0 && isBreak(text.charCodeAt(i - 1))) i--;
  return i;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
