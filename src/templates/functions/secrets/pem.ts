import { decodeBase64 } from '../../text/decode-base64.ts';
import { encodeBase64 } from '../../text/encode-base64.ts';
import type { CallContext } from '../../value/go-value.ts';
import { randomBytes } from './random-text.ts';

/** The first block of a PEM text. */
export interface PemBlock {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The block, if there is one that can be decoded. */
export function decodePem(text: string): PemBlock | undefined {
  const blocks = text.matchAll(
    /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n([\s\S]*?)-----END \1-----[ \t\r]*(?:\n|$)/g,
  );
  for (const [, type = '', body = ''] of blocks) {
    const data = body.slice(body.lastIndexOf('\n\n') + 1).replaceAll(/\s/g, '');
    const bytes = decodeBase64(data);
    if (typeof bytes !== 'string') return { type, bytes };
  }
  return undefined;
}

/** Whether this is one DER sequence and nothing else. */
export function isDerSequence(bytes: Uint8Array): boolean {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30) return false;
  if (first < 0x80) return bytes.length === first + 2;
  const count = first - 0x80;
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return count > 0 && bytes.length === 2 + count + length;
}

/** A block of this type that holds a DER sequence of so many bytes of chance. */
export function randomPem(type: string, length: number, context: CallContext): string {
  const content = randomBytes(length, context);
  const head = length < 0x80 ? [0x30, length] : [0x30, 0x82, length >> 8, length & 0xff];
  const lines = encodeBase64(Uint8Array.from([...head, ...content])).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${type}-----\n${lines.join('\n')}\n-----END ${type}-----\n`;
}
