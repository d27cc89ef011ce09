import { looksSecret } from '../model/looks-secret.ts';
import type { SecretRole } from '../model/pod-roles.ts';

const PASSWORD = /(?:password|passwd|passphrase|pwd)$/;
/** Names that say for sure what they hold. `secret`, `credentials` and `webhookSecret` often name an object instead. */
const SURE =
  /(?:password|passwd|passphrase|pwd|token|(?:client|jwt|shared|session|cookie|hmac|consumer|signing|encryption) secret|secret key|api ?key|private ?key|secret access key|signing ?key|encryption ?key|license ?key|auth ?key|secret ?id)$/;
/** What others issue: nobody chose it, so nobody can choose a stronger one. */
const ISSUED =
  /(?:api ?key|license ?key|private ?key|access ?key|secret ?id|client secret|secret access key|url|dsn|connection string|certificate|bot token|access token|refresh token|vault token|github token|gitlab token|slack token)$/;

/** Whether a key without annotation surely holds a secret. Narrower than `looksSecret`, which decides what is not shown. */
export function surelyHoldsSecret(key: string): boolean {
  return looksSecret(key) && SURE.test(wordsOf(key));
}

/** Who makes up the value under such a key. */
export function originOf(key: string): SecretRole['origin'] {
  const words = wordsOf(key);
  if (PASSWORD.test(words) || words === 'pass') return 'password';
  return ISSUED.test(words) || words === 'token' ? 'issued' : 'chosen';
}

function wordsOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim();
}
