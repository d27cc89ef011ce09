/** The bytes, or where Go's `base64.StdEncoding` stops: `illegal base64 data at input byte 4`. The text has one code unit for each byte. */
export function decodeBase64(text: string): Uint8Array | string {
  const wrong = (at: number): string => `illegal base64 data at input byte ${at}`;
  const skipsLines = (from: number): number => {
    let at = from;
    while (text[at] === '\n' || text[at] === '\r') at++;
    return at;
  };
  const out: number[] = [];
  for (let at = 0; at < text.length; ) {
    const values: number[] = [];
    let isEnd = false;
    while (values.length < 4) {
      at = skipsLines(at);
      if (at >= text.length) {
        if (values.length === 0) return Uint8Array.from(out);
        return wrong(at - values.length);
      }
      const value = sextet(text[at]!);
      at++;
      if (value !== -1) {
        values.push(value);
        continue;
      }
      if (text[at - 1] !== '=' || values.length < 2) return wrong(at - 1);
      if (values.length === 2) {
        at = skipsLines(at);
        if (at >= text.length) return wrong(text.length);
        if (text[at] !== '=') return wrong(at - 1);
        at++;
      }
      at = skipsLines(at);
      if (at < text.length) return wrong(at);
      isEnd = true;
      break;
    }
    const [a = 0, b = 0, c = 0, d = 0] = values;
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    out.push(...[bits >> 16, (bits >> 8) & 0xff, bits & 0xff].slice(0, values.length - 1));
    if (isEnd) break;
  }
  return Uint8Array.from(out);
}

function sextet(character: string): number {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(character);
}
