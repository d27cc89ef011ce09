const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Standard base32 with padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) out += ALPHABET[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  if (bits > 0) out += ALPHABET[(held << (5 - bits)) & 31];
  return out.padEnd(Math.ceil(out.length / 8) * 8, '=');
}

/** The bytes, or where Go's `base32.StdEncoding` stops. The text has one code unit for each byte. */
export function decodeBase32(lines: string): Uint8Array | string {
  const text = lines.replaceAll(/[\r\n]/g, '');
  const wrong = (at: number): string => `illegal base32 data at input byte ${at}`;
  const out: number[] = [];
  for (let at = 0; at < text.length; ) {
    const values: number[] = [];
    while (values.length < 8) {
      if (at >= text.length) return wrong(text.length - values.length);
      const character = text[at++]!;
      const left = text.length - at;
      if (character === '=' && values.length >= 2 && left < 8) {
        const missing = 7 - values.length;
        if (left < missing) return wrong(text.length);
        for (let k = 0; k < missing; k++) if (text[at + k] !== '=' && left > k) return wrong(at + k - 1);
        if ([1, 3, 6].includes(values.length)) return wrong(at - 1);
        out.push(...bytesOf(values));
        return Uint8Array.from(out);
      }
      const value = ALPHABET.indexOf(character);
      if (value === -1) return wrong(at - 1);
      values.push(value);
    }
    out.push(...bytesOf(values));
  }
  return Uint8Array.from(out);
}

function bytesOf(values: readonly number[]): number[] {
  let held = 0n;
  for (let i = 0; i < 8; i++) held = (held << 5n) | BigInt(values[i] ?? 0);
  const count = Math.floor((values.length * 5) / 8);
  return Array.from({ length: count }, (_, i) => Number((held >> BigInt(32 - 8 * i)) & 255n));
}
