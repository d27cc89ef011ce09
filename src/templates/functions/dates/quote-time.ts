import { bytesOf } from '../../value/utf8.ts';

/** How errors of Go's `time` quote: bytes beyond ASCII and below the space as `\xNN`. */
export function quoteTime(text: string): string {
  const shown = Array.from(bytesOf(text), (byte) => {
    if (byte >= 0x80 || byte < 0x20) return `\\x${byte.toString(16).padStart(2, '0')}`;
    const character = String.fromCharCode(byte);
    return character === '"' || character === '\\' ? `\\${character}` : character;
  });
  return `"${shown.join('')}"`;
}
