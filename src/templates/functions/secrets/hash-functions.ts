import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { GoFunction } from '../../value/go-value.ts';
import { bytesOf } from '../../value/utf8.ts';
import { declareFunction } from '../declare-function.ts';

/** Checksums. */
export const HASH_FUNCTIONS: readonly GoFunction[] = [
  onBytes('sha1sum', (bytes) => bytesToHex(sha1(bytes))),
  onBytes('sha256sum', (bytes) => bytesToHex(sha256(bytes))),
  onBytes('sha512sum', (bytes) => bytesToHex(sha512(bytes))),
  onBytes('adler32sum', adler32),
];

function onBytes(name: string, sum: (bytes: Uint8Array) => string): GoFunction {
  return declareFunction(name, 'string -> string', ([text]: [string]) => sum(bytesOf(text)));
}

function adler32(bytes: Uint8Array): string {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return String(high * 65536 + low);
}
