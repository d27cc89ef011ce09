// biome-ignore lint/suspicious/noControlCharactersInRegex: what TOML wants escaped.
const SPECIAL = /["\\\0-\x1f\x7f]/g;
const NAMED = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

/** A text between double quotes, as BurntSushi's encoder writes it. */
export function quoteToml(text: string): string {
  const escaped = text.replace(
    SPECIAL,
    (character) => NAMED.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** A key, between quotes when need be. */
export function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoteToml(key);
}
