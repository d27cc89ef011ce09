import { textOf } from '../../model/text-of.ts';

const FIRST_ESCAPE = 0xdc80;
const LAST_ESCAPE = 0xdcff;

/** Number of bytes of the Go string. A lone surrogate U+DC80 to U+DCFF is one byte that is not UTF-8. */
export function byteLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) length += 1;
    else if (unit < 0xd800 || unit > 0xdfff) length += 2;
    else if (unit < 0xdc00 && isTrail(text.charCodeAt(i + 1))) {
      length += 2;
      i += 1;
    }
  }
  return length;
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The bytes of the Go string. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(byteLength(text));
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    if (point < 0x80) bytes[at++] = point;
    else if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
      bytes[at++] = 0x80 | (point & 0x3f);
    } else if (point >= FIRST_ESCAPE && point <= LAST_ESCAPE) bytes[at++] = point - 0xdc00;
    else if (point >= 0xd800 && point <= 0xdfff) bytes[at++] = 0x3f;
    else if (point < 0x10000) {
      bytes[at++] = 0xe0 | (point >> 12);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
    } else {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
      i += 1;
    }
  }
  return bytes;
}

/** Part of the Go string, by byte offsets. A character that is cut becomes the bytes that are left of it. */
export function sliceBytes(text: string, start: number, end: number): string {
  return /^[\0-\x7f]*$/.test(text) ? text.slice(start, end) : textOf(bytesOf(text).subarray(start, end));
}

/** Go's order of strings: by bytes, which for valid text is the order of code points. */
export function compareGoStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    if (x < 0xd800 && y < 0xd800) return x - y;
    // Where two characters share their first surrogate, they differ in the second.
    const from = isTrail(x) && isTrail(y) && isLead(a.charCodeAt(i - 1)) ? i - 1 : i;
    return compareBytes(bytesOf(a.slice(from)), bytesOf(b.slice(from)));
  }
  return a.length - b.length;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
