import { endsWithAny } from '../model/ends-with-any.ts';
import { looksSecret } from '../model/looks-secret.ts';
import type { SecretRole } from '../model/pod-roles.ts';
import { wordsOf } from '../model/words-of.ts';

const PASSWORD = ['password', 'passwd', 'passphrase', 'pwd'];
/** Names that say for sure what they hold. `secret`, `credentials` and `webhookSecret` often name an object instead. */
const SURE = (
  'password,passwd,passphrase,pwd,token,client secret,jwt secret,shared secret,session secret,cookie secret,hmac secret,' +
  'consumer secret,signing secret,encryption secret,secret key,api key,apikey,private key,privatekey,secret access key,' +
  'signing key,signingkey,encryption key,encryptionkey,license key,licensekey,auth key,authkey,secret id,secretid'
).split(',');
/** What others issue: nobody chose it, so nobody can choose a stronger one. */
const ISSUED = (
  'api key,apikey,api token,license key,licensekey,private key,privatekey,access key,accesskey,secret id,secretid,client secret,' +
  'secret access key,url,dsn,connection string,certificate,bot token,access token,refresh token,vault token,github token,' +
  'gitlab token,slack token'
).split(',');

/** Whether a key without annotation surely holds a secret. Narrower than `looksSecret`, which decides what is not shown. */
export function surelyHoldsSecret(key: string): boolean {
  return looksSecret(key) && endsWithAny(wordsOf(key), SURE);
}

/** Who makes up the value under such a key. */
export function originOf(key: string): SecretRole['origin'] {
  const words = wordsOf(key);
  if (endsWithAny(words, PASSWORD) || words === 'pass') return 'password';
  return endsWithAny(words, ISSUED) || words === 'token' ? 'issued' : 'chosen';
}
