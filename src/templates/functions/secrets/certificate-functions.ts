import { textOf } from '../../../model/text-of.ts';
import { decodeBase64 } from '../../text/decode-base64.ts';
import { printPlain } from '../../text/print-value.ts';
import { GoError } from '../../value/go-error.ts';
import type { CallContext, GoFunction, GoList, GoObject, GoValue } from '../../value/go-value.ts';
import { declareFunction } from '../declare-function.ts';
import { toByteString } from '../strings/byte-string.ts';
import { parseAddress } from '../web/parse-address.ts';
import { decodePem, isDerSequence, randomPem } from './pem.ts';
import { checkPrivateKey, randomPrivateKey } from './private-key.ts';

/** Names and addresses of a certificate to be made: `cn, ips, alternateDNS`. */
type Subject = [name: string, addresses: GoList | null, names: GoList | null];

/** Functions that make keys and certificates: the result has the right shape, what is in it is chance. */
export const CERTIFICATE_FUNCTIONS: readonly GoFunction[] = [
  unforeseen('genPrivateKey', 'string -> string', ([kind]: [string], context) =>
    randomPrivateKey(kind, context),
  ),
  unforeseen('genCA', 'string, int -> sprig.certificate', (_, context) => made(context)),
  unforeseen(
    'genCAWithKey',
    'string, int, string -> sprig.certificate',
    ([, , key]: [string, GoValue, string], context) => {
      checkPrivateKey(key, 'parsing private key: ');
      return made(context, key);
    },
  ),
  unforeseen(
    'genSelfSignedCert',
    'string, []any, []any, int -> sprig.certificate',
    (args: [...Subject, GoValue], context) => {
      checkSubject(args);
      return made(context);
    },
  ),
  unforeseen(
    'genSelfSignedCertWithKey',
    'string, []any, []any, int, string -> sprig.certificate',
    (args: [...Subject, GoValue, string], context) => {
      checkPrivateKey(args[4], 'parsing private key: ');
      checkSubject(args);
      return made(context, args[4]);
    },
  ),
  unforeseen(
    'genSignedCert',
    'string, []any, []any, int, sprig.certificate -> sprig.certificate',
    (args: [...Subject, GoValue, GoObject], context) => {
      checkSigner(args[4]);
      checkSubject(args);
      return made(context);
    },
  ),
  unforeseen(
    'genSignedCertWithKey',
    'string, []any, []any, int, sprig.certificate, string -> sprig.certificate',
    (args: [...Subject, GoValue, GoObject, string], context) => {
      checkPrivateKey(args[5], 'parsing private key: ');
      checkSigner(args[4]);
      checkSubject(args);
      return made(context, args[5]);
    },
  ),
  declareFunction(
    'buildCustomCert',
    'string, string -> sprig.certificate',
    ([cert, key]: [string, string]) => {
      const texts = [cert, key].map((text) => decodeBase64(toByteString(text)));
      if (typeof texts[0] === 'string') throw new GoError('unable to decode base64 certificate');
      if (typeof texts[1] === 'string') throw new GoError('unable to decode base64 private key');
      const [certificateText, keyText] = texts.map((bytes) => textOf(bytes as Uint8Array)) as [
        string,
        string,
      ];
      checkCertificate(certificateText, 'decodedCert');
      checkPrivateKey(keyText, 'error parsing private key: ');
      return certificate(certificateText, keyText);
    },
  ),
];

function unforeseen(name: string, signature: string, call: GoFunction['call']): GoFunction {
  return declareFunction(name, signature, call, ({ context }) => context.unforeseen(name));
}

function certificate(cert: string, key: string): GoObject {
  const fields = new Map([
    ['Cert', cert],
    ['Key', key],
  ]);
  return { go: 'object', type: 'sprig.certificate', kind: 'struct', fields };
}

/** Lengths as of a key of 2048 bits. */
function made(context: CallContext, key = randomPem('RSA PRIVATE KEY', 1189, context)): GoObject {
  return certificate(randomPem('CERTIFICATE', 767, context), key);
}

function checkSigner({ fields }: GoObject): void {
  checkCertificate(String(fields?.get('Cert') ?? ''), 'decodedSignerCert');
  checkPrivateKey(String(fields?.get('Key') ?? ''), 'error parsing private key: ');
}

function checkCertificate(text: string, variable: string): void {
  const block = decodePem(text);
  if (block === undefined) throw new GoError('unable to decode certificate');
  if (!isDerSequence(block.bytes)) {
    throw new GoError(`error parsing certificate: ${variable}.Bytes: x509: malformed certificate`);
  }
}

function checkSubject([, addresses, names]: readonly [
  string,
  GoList | null,
  GoList | null,
  ...unknown[],
]): void {
  for (const address of addresses?.items ?? []) {
    if (typeof address !== 'string')
      throw new GoError(`error parsing ip: ${printPlain(address)} is not a string`);
    const read = parseAddress(toByteString(address));
    if (typeof read === 'string' || read.zone !== '') throw new GoError(`error parsing ip: ${address}`);
  }
  for (const name of names?.items ?? []) {
    if (typeof name !== 'string') {
      throw new GoError(`error processing alternate dns name: ${printPlain(name)} is not a string`);
    }
  }
}
