import { endsWithAny } from './ends-with-any.ts';
import { wordsOf } from './words-of.ts';

/** Words that end the name of a value which must not be seen. */
const SECRETS = (
  'password,passwd,passphrase,pwd,token,secret,secret key,secretkey,api key,apikey,private key,privatekey,prv key,prvkey,priv key,privkey,access key,accesskey,' +
  'signing key,signingkey,encryption key,encryptionkey,license key,licensekey,auth key,authkey,credential,credentials,' +
  'secret id,secretid,connection string,connectionstring,dsn,' +
  'pass,passwords,passphrases,pgpass,pgpassword,mysqlpwd,tokens,auth,basic auth,authorization,bearer,cookie,session key,master key,ssh key,' +
  'tls key,account key,shared key,hmac key,service key,root key,api keys,private keys,sas url,webhook url,hook url,kubeconfig,' +
  'dockerconfigjson,dockercfg,jwt,otp,pat,mnemonic,seed phrase,htpasswd,authtoken,accesstoken,refreshtoken,idtoken,clientsecret'
).split(',');
/** The same by their last two letters, each with its last word: most keys are told apart by these alone. */
const BY_LAST_LETTERS = new Map<number, { readonly words: string[]; readonly names: string[] }>();
for (const name of SECRETS) {
  const pair = lastLetters(name, name.length);
  const { words, names } = BY_LAST_LETTERS.get(pair) ?? { words: [], names: [] };
  words.push(name.slice(name.lastIndexOf(' ') + 1));
  names.push(name);
  BY_LAST_LETTERS.set(pair, { words, names });
}
/** Words that make a name say where a secret is, how it is used or how long it lives, rather than what it is. */
const ABOUT_A_SECRET = new Set(
  (
    'existing ref name path file dir mount create enable enabled length min max ttl duration lifetime rotation limit size count ' +
    'per use has pull type policy template'
  ).split(' '),
);

/**
 * Whether a key's name says that its value is a secret: `password`, `apiKey`, `AUTH_TOKEN`, `serverPrivateKey`; not
 * `existingSecret`, `passwordSecretName`, `tokenExpirySeconds`.
 */
export function looksSecret(key: string): boolean {
  let end = key.length;
  while (end > 0 && !isLetter(key.charCodeAt(end - 1))) end -= 1;
  const endings = BY_LAST_LETTERS.get(lastLetters(key, end));
  if (endings === undefined || !endsWithAny(key.slice(0, end).toLowerCase(), endings.words)) return false;
  const words = wordsOf(key);
  return endsWithAny(words, endings.names) && !isAboutSecret(words);
}

/** The two letters before the offset, in any case, as one number. */
function lastLetters(name: string, end: number): number {
  return end < 2 ? 0 : (name.charCodeAt(end - 2) | 0x20) * 0x10000 + (name.charCodeAt(end - 1) | 0x20);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isAboutSecret(words: string): boolean {
  return (
    words.split(' ').some((word) => ABOUT_A_SECRET.has(word) || /^(?:expir|automount)/.test(word)) ||
    ` ${words} `.includes(' refresh interval ')
  );
}
