import { GoError } from '../../value/go-error.ts';
import type { CallContext } from '../../value/go-value.ts';
import { decodePem, isDerSequence, randomPem } from './pem.ts';

/** Kinds of keys with the type of their PEM block and the usual length of what is in it. */
const KINDS: Readonly<Record<string, readonly [type: string, length: number]>> = {
  rsa: ['RSA PRIVATE KEY', 2345],
  dsa: ['DSA PRIVATE KEY', 830],
  ecdsa: ['EC PRIVATE KEY', 119],
  ed25519: ['PRIVATE KEY', 46],
};

/** `genPrivateKey`: something that looks like such a key. */
export function randomPrivateKey(kind: string, context: CallContext): string {
  const name = kind === '' ? 'rsa' : kind;
  return Object.hasOwn(KINDS, name) ? randomPem(...KINDS[name]!, context) : `Unknown type ${kind}`;
}

/** Throws what sprig's `parsePrivateKeyPEM` says about a text that holds no private key. */
export function checkPrivateKey(text: string, before: string): void {
  const problem = keyProblem(text);
  if (problem !== undefined) throw new GoError(`${before}${problem}`);
}

function keyProblem(text: string): string | undefined {
  const block = decodePem(text);
  if (block === undefined) return 'no PEM data in input';
  const kind = /^(?:(.*) )?PRIVATE KEY$/.exec(block.type);
  if (kind === null) return `no private key data in PEM block of type ${block.type}`;
  const name = kind[1];
  if (name !== undefined && !['RSA', 'EC', 'DSA'].includes(name)) return `invalid private key type ${name}`;
  if (isDerSequence(block.bytes)) return undefined;
  const words = name === undefined ? 'decoding PEM as PKCS#8' : `parsing ${name} private key from PEM`;
  return `${words}: asn1: structure error`;
}
