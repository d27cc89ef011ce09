import { textOf } from '../../../model/text-of.ts';
import { decodeBase32, encodeBase32 } from '../../text/base32.ts';
import { decodeBase64 } from '../../text/decode-base64.ts';
import { encodeBase64 } from '../../text/encode-base64.ts';
import type { GoFunction } from '../../value/go-value.ts';
import { bytesOf } from '../../value/utf8.ts';
import { declareFunction } from '../declare-function.ts';
import { toByteString } from './byte-string.ts';

/** Base 64 and 32. What cannot be decoded gives the error as text: the rendering goes on. */
export const ENCODING_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('b64enc', 'string -> string', ([text]: [string]) => encodeBase64(bytesOf(text))),
  declareFunction('b64dec', 'string -> string', ([text]: [string]) =>
    decoded(decodeBase64(toByteString(text))),
  ),
  declareFunction('b32enc', 'string -> string', ([text]: [string]) => encodeBase32(bytesOf(text))),
  declareFunction('b32dec', 'string -> string', ([text]: [string]) =>
    decoded(decodeBase32(toByteString(text))),
  ),
];

function decoded(read: Uint8Array | string): string {
  return typeof read === 'string' ? read : textOf(read);
}
