/**
 * The text of bytes, as a Go string: each byte that starts no valid UTF-8 sequence becomes U+DC00 plus the byte, half of a surrogate pair,
 * which no valid text holds. A byte order mark stays.
 */
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
