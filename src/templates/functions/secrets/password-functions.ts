import { cbc } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { textOf } from '../../../model/text-of.ts';
import { decodeBase64 } from '../../text/decode-base64.ts';
import { encodeBase64 } from '../../text/encode-base64.ts';
import { GoError } from '../../value/go-error.ts';
import type { CallContext, GoFunction, GoInt } from '../../value/go-value.ts';
import { bytesOf } from '../../value/utf8.ts';
import { declareFunction } from '../declare-function.ts';
import { toByteString } from '../strings/byte-string.ts';
import { randomBytes } from './random-text.ts';

const BLOCK = 16;

/** Passwords that are derived from others, and AES in CBC mode. */
export const PASSWORD_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'derivePassword',
    'uint32, string, string, string, string -> string',
    ([counter, kind, password, user, site]: [GoInt, string, string, string, string]) =>
      derived(Number(counter.value), kind, password, user, site),
  ),
  declareFunction(
    'encryptAES',
    'string, string -> string',
    ([password, text]: [string, string], context) => encrypted(password, text, context),
    ({ context, result }) => (result === '' ? undefined : context.unforeseen('encryptAES')),
  ),
  declareFunction('decryptAES', 'string, string -> string', ([password, text]: [string, string]) =>
    decrypted(password, text),
  ),
];

function keyOf(password: string): Uint8Array {
  const key = new Uint8Array(32);
  key.set(bytesOf(password).subarray(0, 32));
  return key;
}

function encrypted(password: string, text: string, context: CallContext): string {
  if (text === '') return '';
  const start = randomBytes(BLOCK, context);
  return encodeBase64(Uint8Array.from([...start, ...cbc(keyOf(password), start).encrypt(bytesOf(text))]));
}

/** sprig checks nothing, so Go's runtime says what is wrong. */
function decrypted(password: string, text: string): string {
  if (text === '') return '';
  const bytes = decodeBase64(toByteString(text));
  if (typeof bytes === 'string') throw new GoError(bytes);
  const capacity = Math.floor(text.length / 4) * 3;
  if (capacity < BLOCK) throw outOfRange(`:${BLOCK}`, ` with capacity ${capacity}`);
  if (bytes.length < BLOCK) throw outOfRange(`${BLOCK}:${bytes.length}`);
  if (bytes.length % BLOCK !== 0) throw new GoError('crypto/cipher: input not full blocks');
  if (bytes.length === BLOCK) throw new GoError('runtime error: index out of range [-1]');
  const padded = cbc(keyOf(password), bytes.subarray(0, BLOCK), { disablePadding: true }).decrypt(
    bytes.subarray(BLOCK),
  );
  const length = padded.length - padded.at(-1)!;
  if (length < 0) throw outOfRange(`:${length}`);
  return textOf(padded.subarray(0, length));
}

function outOfRange(range: string, suffix = ''): GoError {
  return new GoError(`runtime error: slice bounds out of range [${range}]${suffix}`);
}

const SEED = 'com.lyndir.masterpassword';
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  maximum: ['anoxxxxxxxxxxxxxxxxx', 'axxxxxxxxxxxxxxxxxno'],
  long: 'CvcvnoCvcvCvcv CvcvCvcvnoCvcv CvcvCvcvCvcvno CvccnoCvcvCvcv CvccCvcvnoCvcv CvccCvcvCvcvno CvcvnoCvccCvcv CvcvCvccnoCvcv CvcvCvccCvcvno CvcvnoCvcvCvcc CvcvCvcvnoCvcc CvcvCvcvCvccno CvccnoCvccCvcv CvccCvccnoCvcv CvccCvccCvcvno CvcvnoCvccCvcc CvcvCvccnoCvcc CvcvCvccCvccno CvccnoCvcvCvcc CvccCvcvnoCvcc CvccCvcvCvccno'.split(
    ' ',
  ),
  medium: ['CvcnoCvc', 'CvcCvcno'],
  short: ['Cvcn'],
  basic: ['aaanaaan', 'aannaaan', 'aaannaaa'],
  pin: ['nnnn'],
};
const CHARACTERS: Readonly<Record<string, string>> = {
  V: 'AEIOU',
  C: 'BCDFGHJKLMNPQRSTVWXYZ',
  v: 'aeiou',
  c: 'bcdfghjklmnpqrstvwxyz',
  A: 'AEIOUBCDFGHJKLMNPQRSTVWXYZ',
  a: 'AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz',
  n: '0123456789',
  o: "@&%?,=[]_:-+*$#!'^~;()/.",
  x: 'AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()',
};

/** The Master Password algorithm, with which sprig derives a password for a site. */
function derived(counter: number, kind: string, password: string, user: string, site: string): string {
  const templates = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind]! : undefined;
  if (templates === undefined) return `cannot find password template ${kind}`;
  const salt = concatenated(bytesOf(SEED), sized(user));
  const key = scrypt(bytesOf(password), salt, { N: 32768, r: 8, p: 2, dkLen: 64 });
  const seed = hmac(sha256, key, concatenated(bytesOf(SEED), sized(site), bigEndian(counter)));
  const template = templates[seed[0]! % templates.length]!;
  return Array.from(template, (kindOfCharacter, i) => {
    const characters = CHARACTERS[kindOfCharacter]!;
    return characters[seed[i + 1]! % characters.length];
  }).join('');
}

function sized(text: string): Uint8Array {
  const bytes = bytesOf(text);
  return concatenated(bigEndian(bytes.length), bytes);
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
