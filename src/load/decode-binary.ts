const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * The text in a `!!binary` scalar as Helm passes it on: decoded (line breaks are ignored, padding is required), with
 * U+FFFD where the bytes are not UTF-8. Undefined when the scalar is not base64.
 */
export function decodeBinary(text: string): string | undefined {
  const base64 = text.replace(/[\r\n]/g, '');
  if (!BASE64.test(base64)) return undefined;
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
