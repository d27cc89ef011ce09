/** Words that end the name of a value which must not be seen. */
const SECRET =
  /(?:password|passwd|passphrase|pwd|token|secret|secret ?key|api ?key|private ?key|access ?key|signing ?key|encryption ?key|license ?key|auth ?key|credentials?|secret ?id|connection ?string|dsn)$/;
/** How every such name ends, whatever stands between its words: most keys are told apart by this alone. */
const ENDING = /(?:word|wd|phrase|token|secret|key|credentials?|id|string|dsn)[^A-Za-z0-9]*$/i;
/** Words that make a name say where a secret is, how it is used or how long it lives, rather than what it is. */
const ABOUT_A_SECRET =
  /(?:^| )(?:existing|ref|name|path|file|dir|mount|create|enabled?|length|min|max|ttl|duration|expir\w*|lifetime|refresh interval|rotation|limit|size|count|per|use|has|pull|automount\w*|type|policy|template)(?: |$)/;

/**
 * Whether a key's name says that its value is a secret: `password`, `apiKey`, `AUTH_TOKEN`, `serverPrivateKey`; not
 * `existingSecret`, `passwordSecretName`, `tokenExpirySeconds`.
 */
export function looksSecret(key: string): boolean {
  if (!ENDING.test(key)) return false;
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim();
  return SECRET.test(words) && !ABOUT_A_SECRET.test(words);
}
