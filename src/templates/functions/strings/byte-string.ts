import { textOf } from '../../../model/text-of.ts';
import { bytesOf } from '../../value/utf8.ts';

/** The Go string with one code unit for each byte, for what Go does byte by byte. */
export function toByteString(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  const parts: string[] = [];
  const bytes = bytesOf(text);
  for (let i = 0; i < bytes.length; i += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 4096)));
  return parts.join('');
}

/** The Go string of the bytes. */
export function fromByteString(bytes: string): string {
  if (/^[\0-\x7f]*$/.test(bytes)) return bytes;
  return textOf(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
}
