/**
 * What `--set` makes of a value: true, false and null in any case, integers of 64 bits without a leading zero; all else
 * is text (`1.5`, `007`, `1e3` too). Helm's `typedVal` (`pkg/strvals/parser.go`). Integers past 2^53 lose their last
 * digits here; `flagInteger` reads them from the flag.
 */
export function typedValue(text: string): string | number | boolean | null {
  // Go's EqualFold folds U+017F to s.
  const folded = text.length === 4 || text.length === 5 ? text.replaceAll('\u017f', 's').toLowerCase() : '';
  if (folded === 'true') return true;
  if (folded === 'false') return false;
  if (folded === 'null') return null;
  if (text === '0') return 0;
  return text.startsWith('0') ? text : (parseInteger(text) ?? text);
}

/** Go's `strconv.ParseInt(text, 10, 64)`: an optional sign and digits, in the range of 64 bits. */
export function parseInteger(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const digits = text.replace(/^[+-]?0*/, '');
  if (digits.length > 19) return undefined;
  const magnitude = BigInt(digits || '0');
  const negative = text.startsWith('-');
  if (magnitude > (negative ? 2n ** 63n : 2n ** 63n - 1n)) return undefined;
  return negative && magnitude > 0n ? -Number(magnitude) : Number(magnitude);
}
