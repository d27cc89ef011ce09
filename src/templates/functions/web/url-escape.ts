import { quoteText } from '../../text/quote-text.ts';
import { GoError } from '../../value/go-error.ts';
import { fromByteString } from '../strings/byte-string.ts';

/** Parts of a URL, which leave different characters as they are. */
export type UrlPart = 'path' | 'user' | 'host' | 'zone' | 'fragment';

/** What is left beside letters and digits: Go's `net/url`. */
const KEPT: Readonly<Record<UrlPart, string>> = {
  path: '$&+,-./:;=@_~',
  user: '$&+,-.;=_~',
  host: '!"$&\'()*+,-.:;<=>[]_~',
  zone: '!"$&\'()*+,-.:;<=>[]_~',
  fragment: '!$&()*+,-./:;=?@_~',
};

/** Whether Go writes the byte as `%XX` there. */
export function isEscaped(byte: string, part: UrlPart): boolean {
  return !/[0-9A-Za-z]/.test(byte) && !KEPT[part].includes(byte);
}

/** Go's `escape`, for a text with one code unit for each byte. */
export function escapeUrl(text: string, part: UrlPart): string {
  return Array.from(text, (byte) =>
    isEscaped(byte, part) ? `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : byte,
  ).join('');
}

/** Go's `unescape`. Throws what Go says about a wrong escape or character. */
export function unescapeUrl(text: string, part: UrlPart): string {
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]!;
    if (byte === '%') {
      const written = text.slice(i, i + 3);
      if (!/^%[0-9a-fA-F]{2}$/.test(written) || isRefused(written, part)) {
        throw new GoError(`invalid URL escape ${shown(written)}`);
      }
      i += 2;
    } else if ((part === 'host' || part === 'zone') && byte < '\x80' && isEscaped(byte, part)) {
      throw new GoError(`invalid character ${shown(byte)} in host name`);
    }
  }
  return text.replaceAll(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** In a host only bytes beyond ASCII and the percent sign itself may be escaped, in a zone what could be written plainly. */
function isRefused(written: string, part: UrlPart): boolean {
  if (written === '%25') return false;
  const byte = String.fromCharCode(Number.parseInt(written.slice(1), 16));
  if (part === 'host') return byte < '\x80';
  return part === 'zone' && byte !== ' ' && isEscaped(byte, 'host');
}

function shown(text: string): string {
  return quoteText(fromByteString(text));
}
