/** Ways to say where a secret is kept instead of writing it down, each behind a text that it cannot be without. */
const REFERENCES: readonly (readonly [part: string, pattern: RegExp])[] = [
  // Templates and variables: {{ .Values.x }}, ${VAR}, $(VAR), $VAR, %{VAR}, %VAR%, #{VAR}#, __VAR__.
  ['{', /\{\{|\$\{|%\{|#\{/],
  ['$(', /\$\(/],
  ['$', /^\$[A-Za-z_]\w*$/],
  ['%', /^%[A-Za-z_]\w*%$/],
  ['__', /^__\w+__$/],
  // Grafana and Prometheus style: $__file{…}, $__env{…}.
  ['$__', /^\$__\w+\{/],
  // SOPS, sealed and encrypted text.
  ['ENC[', /^ENC\[/],
  ['-----BEGIN ', /^-----BEGIN (?:AGE ENCRYPTED|PGP)/],
  // Schemes of secret stores: vault:path#key, ref+vault://, op://, awssm://, gcpsecretmanager://, env:VAR, file:/path.
  [
    ':',
    /^(?:vault|bao|op|ref\+\w+|secretref\+\w+|aws(?:sm|ssm|secrets?)|gcp(?:sm|secrets?|secretmanager)|azure(?:kv|keyvault)|akv|keyvault|doppler|infisical|conjur|chamber|sm|ssm|env|file|secret|kms|k8s|kubernetes):/i,
  ],
  ['arn:aws', /^arn:aws/],
  ['projects/', /^projects\/[^/]+\/secrets\//],
  ['@Microsoft.KeyVault', /^@Microsoft\.KeyVault/],
  // argocd-vault-plugin: <path:secret/data/x#key>.
  ['<path:', /^<path:/],
  // Paths in a store or a file system.
  ['/', /^(?:secrets?|kv)\/\S+$/],
  ['#', /^[\w.-]+(?:\/[\w.-]+)+#[\w.-]+$/],
  ['/', /^(?:\/|\.\.?\/|~\/)\S*$/],
  [':\\', /^[A-Za-z]:\\\S*$/],
  ['.', /^\S+\.(?:key|pem|crt|jks|p12|pfx|txt|json|ya?ml)$/],
  ['!', /^!\w+/],
];

/** Whether the text says where a secret is kept rather than being one. */
export function isSecretReference(text: string): boolean {
  const trimmed = text.trim();
  return REFERENCES.some(([part, pattern]) => trimmed.includes(part) && pattern.test(trimmed));
}

/** `scheme://user:password@host`. */
const URL_WITH_PASSWORD = /\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/@?#]*:([^\s/@]+)@/i;
/** ADO.NET and ODBC connection strings. */
const FIELD_WITH_PASSWORD = /(?:^|;)\s*(?:password|pwd)\s*=\s*([^;\s]+)/i;

/** The password inside a URL or connection string. */
export function embeddedPassword(text: string): string | undefined {
  // Nearly every text is told apart by the characters that it lacks.
  const url = text.includes('@') && text.includes('://') ? URL_WITH_PASSWORD.exec(text) : null;
  return (url ?? (text.includes('=') ? FIELD_WITH_PASSWORD.exec(text) : null))?.[1];
}

/** Formats that are credentials whatever the key is called: PEM private keys, tokens with the issuer's prefix. */
const UNMISTAKABLE =
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|^(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{18,}|xox[abprs]-[\w-]{20,}|hv[sb]\.[\w-]{24,}|sk-[A-Za-z0-9_-]{32,}|npm_[A-Za-z0-9]{30,}|AIza[\w-]{35})$/;

/** What all of them have in common: `glpat-` and 18 characters are the shortest. */
const SHORTEST = 24;
const STARTS = new Set(['gh', 'gi', 'gl', 'xo', 'hv', 'sk', 'np', 'AI']);

/** Whether the text shows by itself that it is a credential. */
export function isUnmistakableSecret(text: string): boolean {
  if (text.length < SHORTEST) return false;
  return (STARTS.has(text.slice(0, 2)) || text.includes('-----BEGIN ')) && UNMISTAKABLE.test(text);
}

/** Words that stand for a choice, durations, plain numbers, dates: settings that merely sit under a telling name. */
const SETTINGS = new Set(
  (
    'true false yes no on off null nil none auto automatic default required optional enabled disabled generate generated random ' +
    'never always basic bearer jwt oauth oauth2 oidc ldap saml static dynamic opaque projected plain hashed md5 scram-sha-256'
  ).split(' '),
);
const NUMBER = /^(?:-?\d{1,4}|\d+(?:\.\d+)?(?:ms|[smhdwy])|[0-9.]+(?:[KMGT]i?)?)$/i;
/** `DB_PASSWORD`: the name of a variable. */
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** `my-oauth-secret`, `db-creds`: the name of a Secret, or of a key in one. */
const OBJECT_NAME =
  /^(?:[a-z0-9]([-a-z0-9.]*[a-z0-9])?[-.])?(?:secrets?|creds?|credentials?|tls|certs?|certificate|token|key|auth|password|passwd|config)$/;

/**
 * Whether a value under a telling name may be a credential: nothing that reads like a setting, a sentence, a URL without
 * a password, or the name of a variable or object. Passwords may read like names: people choose such.
 */
export function mayBeSecret(text: string, isPassword: boolean): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 2 || isSetting(trimmed) || /\s/.test(trimmed)) return false;
  if (isUrl(trimmed)) return embeddedPassword(trimmed) !== undefined;
  if (VARIABLE_NAME.test(trimmed)) return false;
  return isPassword || !OBJECT_NAME.test(trimmed);
}

/** Whether the text begins like a URL. */
export function isUrl(text: string): boolean {
  return text.includes('://') && /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

function isSetting(text: string): boolean {
  // Every number begins with a digit, a dot or a sign.
  return SETTINGS.has(text.toLowerCase()) || (text.charCodeAt(0) < 58 && NUMBER.test(text));
}
