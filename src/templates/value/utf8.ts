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

/** The Go string of the bytes: each byte that starts no valid UTF-8 sequence becomes U+DC00 plus the byte. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return escapedText(bytes);
  }
}

/** Byte by byte; nearly every text is UTF-8 as a whole. */
function escapedText(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const width = sequenceLength(bytes, at);
    if (width === 0) units.push(0xdc00 + bytes[at++]!);
    else {
      units.push(...unitsOf(bytes, at, width));
      at += width;
    }
    if (units.length > 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

function unitsOf(bytes: Uint8Array, at: number, width: number): number[] {
  const lead = bytes[at]!;
  if (width === 1) return [lead];
  let point = lead & (width === 2 ? 0x1f : width === 3 ? 0x0f : 0x07);
  for (let i = 1; i < width; i++) point = (point << 6) | (bytes[at + i]! & 0x3f);
  if (point < 0x10000) return [point];
  return [0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff)];
}

/** The length of the valid sequence that starts here, or 0: Unicode's table 3-7 of well-formed sequences, as Go's unicode/utf8. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < width; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return width;
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
