import { sha3_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Point } from '@noble/secp256k1';

/**
 * The id that ColonyOS derives from a private key of 64 hexadecimal digits: SHA3-256 over the hexadecimal text of the
 * uncompressed public key. Undefined when the number is no key of secp256k1 (0, or not below the order of the curve).
 */
export function colonyosIdentity(privateKey: string): string | undefined {
  const order = Point.CURVE().n;
  const key = BigInt(`0x${privateKey}`);
  if (key === 0n || key >= order) return undefined;
  // The same point as BASE × key, without the tables (35 ms) that the library makes for many uses of BASE. It need not be
  // constant in time: who could measure it reads the file.
  const publicKey = Point.BASE.negate().multiplyUnsafe(order - key);
  return bytesToHex(sha3_256(utf8ToBytes(bytesToHex(publicKey.toBytes(false)))));
}
