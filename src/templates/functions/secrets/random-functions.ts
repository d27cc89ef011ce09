import { encodeBase64 } from '../../text/encode-base64.ts';
import { GoError } from '../../value/go-error.ts';
import type { CallContext, GoFunction, GoInt } from '../../value/go-value.ts';
import { byteLength } from '../../value/utf8.ts';
import { declareFunction } from '../declare-function.ts';
import { randomBytes, randomNumbers, randomText } from './random-text.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PRINTABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const BCRYPT = `./${LETTERS}${DIGITS}`;

/** Functions whose results are chance: each gives another text of the right shape. */
export const RANDOM_FUNCTIONS: readonly GoFunction[] = [
  ...Object.entries({
    randAlphaNum: LETTERS + DIGITS,
    randAlpha: LETTERS,
    randNumeric: DIGITS,
    randAscii: PRINTABLE,
  }).map(([name, alphabet]) =>
    unforeseen(name, 'int -> string', ([count]: [GoInt], context) =>
      randomText(Math.max(Number(count.value), 0), alphabet, context),
    ),
  ),
  unforeseen('randBytes', 'int -> string', ([count]: [GoInt], context) => {
    if (count.value < 0n) throw new GoError('runtime error: makeslice: len out of range');
    return encodeBase64(randomBytes(Number(count.value), context));
  }),
  unforeseen('uuidv4', '-> string', (_, context) => {
    const hex = randomText(32, '0123456789abcdef', context);
    const variant = '89ab'[randomNumbers(1, 4, context)[0]!];
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }),
  unforeseen('shuffle', 'string -> string', ([text]: [string], context) => {
    const runes = Array.from(text);
    const order = randomNumbers(runes.length, 2 ** 31, context);
    for (let i = runes.length - 1; i > 0; i--) {
      const other = order[i]! % (i + 1);
      [runes[i], runes[other]] = [runes[other]!, runes[i]!];
    }
    return runes.join('');
  }),
  unforeseen('bcrypt', 'string -> string', ([password]: [string], context) => bcrypt(password, context)),
  unforeseen('htpasswd', 'string, string -> string', ([user, password]: [string, string], context) =>
    user.includes(':') ? `invalid username: ${user}` : `${user}:${bcrypt(password, context)}`,
  ),
];

function unforeseen(name: string, signature: string, call: GoFunction['call']): GoFunction {
  return declareFunction(name, signature, call, ({ context }) => context.unforeseen(name));
}

function bcrypt(password: string, context: CallContext): string {
  if (byteLength(password) > 72) {
    return 'failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes';
  }
  return `$2a$10$${randomText(53, BCRYPT, context)}`;
}
