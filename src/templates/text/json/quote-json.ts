const PLAIN = /^[ !#-%'-;=?-[\]-~]*$/;
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON does not allow inside of texts.
  /["\\\0-\x1f<>&\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NAMED = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A text as Go's encoder writes it. Bytes that are no UTF-8 become U+FFFD. */
export function quoteJson(text: string, escapesHtml: boolean): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const escaped = text.replace(SPECIAL, (character) => {
    const named = NAMED.get(character);
    if (named !== undefined) return named;
    if (!escapesHtml && '<>&'.includes(character)) return character;
    const code = character.charCodeAt(0);
    return `\\u${(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
