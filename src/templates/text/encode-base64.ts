/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // Whole groups of three bytes, few enough to be arguments of one call.
  const size = 0x6000;
  for (let at = 0; at < bytes.length; at += size)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + size))));
  return parts.join('');
}
