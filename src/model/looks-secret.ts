import { endsWithAny } from './ends-with-any.ts';
import { wordsOf } from './words-of.ts';

/** Words that end the name of a value which must not be seen. */
const SECRETS = (
  'password,passwd,passphrase,pwd,token,secret,secret key,secretkey,api key,apikey,private key,privatekey,access key,accesskey,' +
  'signing key,signingkey,encryption key,encryptionkey,license key,licensekey,auth key,authkey,credential,credentials,' +
  'secret id,secretid,connection string,connectionstring,dsn,' +
  'pass,passwords,passphrases,pgpass,pgpassword,mysqlpwd,tokens,auth,basic auth,authorization,bearer,cookie,session key,master key,ssh key,' +
  'tls key,account key,shared key,hmac key,service key,root key,api keys,private keys,sas url,webhook url,hook url,kubeconfig,' +
  'dockerconfigjson,dockercfg,jwt,otp,pat,mnemonic,seed phrase,htpasswd,authtoken,accesstoken,refreshtoken,idtoken,clientsecret'
).split(',');
/** How every such name ends, whatever stands between its words: most keys are told apart by this alone. */
const ENDING =
  /(?:words?|wd|phrases?|tokens?|secret|keys?|credentials?|id|string|dsn|pass|auth|authorization|bearer|cookie|url|config|json|cfg|jwt|otp|pat|mnemonic)[^A-Za-z0-9]*$/i;
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
  if (!ENDING.test(key)) return false;
  const words = wordsOf(key);
  return endsWithAny(words, SECRETS) && !isAboutSecret(words);
}

function isAboutSecret(words: string): boolean {
  return (
    words.split(' ').some((word) => ABOUT_A_SECRET.has(word) || /^(?:expir|automount)/.test(word)) ||
    ` ${words} `.includes(' refresh interval ')
  );
}
