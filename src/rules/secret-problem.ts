import { isUserLayer } from '../model/layer.ts';
import type { SecretRole } from '../model/pod-roles.ts';
import type { Release } from '../model/release.ts';
import { valueAt } from '../model/values-path.ts';
import { isPlaceholder } from './placeholder-text.ts';
import { isWeak } from './weak-secret.ts';

/**
 * What can be wrong with a credential, the most specific first. One value has one problem, so each of the rules
 * `secret-conflict`, `secret-default-credential`, `placeholder-value`, `secret-weak` and `secret-inline` reports only what
 * this function gives to it.
 */
export type SecretProblem = 'conflict' | 'default-credential' | 'placeholder' | 'weak' | 'inline';

/** Passwords that every scanner tries first. A chart's own default is one too, whatever it is. */
const UNIVERSAL = new Set(
  (
    'admin admin123 administrator password password1 password123 passw0rd root toor guest test secret 123456 12345678 123456789 ' +
    'qwerty letmein welcome default postgres mysql redis mongo mongodb rabbitmq elastic grafana minio minio123 minioadmin ' +
    'prom-operator strongpassword mysecretpassword'
  ).split(' '),
);

/** The one problem of the credential, or undefined: it is a reference, nobody wrote it down, or nothing reads it. */
export function secretProblem(release: Release, secret: SecretRole): SecretProblem | undefined {
  const { path, value, existingSecret, active } = secret;
  if (secret.kind === 'reference') return undefined;
  const winner = release.values.layersSetting(path).at(-1);
  if (winner !== undefined && isUserLayer(winner) && existingSecret?.replaces === true) return 'conflict';
  if (release.values.defaultAt(path) === value)
    return active && existingSecret === undefined ? 'default-credential' : undefined;
  // What a flag passes stands in no file.
  if (winner?.kind !== 'values-file') return undefined;
  if (active && secret.origin === 'password' && UNIVERSAL.has(value.toLowerCase()))
    return 'default-credential';
  if (isPlaceholder(value)) return 'placeholder';
  return active && isWeak(secret, release.chart?.name) ? 'weak' : 'inline';
}

/** The credentials of the release that have the problem. */
export function secretsWith(release: Release, problem: SecretProblem): SecretRole[] {
  return release.roles.secrets.filter((secret) => secretProblem(release, secret) === problem);
}

/** Where to put the credential instead, as the second sentence of a message. */
export function whereSecretsBelong(release: Release, { path }: SecretRole): string {
  const siblings = valueAt(release.values.data, path.slice(0, -1));
  const hasOther =
    typeof siblings === 'object' && siblings !== null && Object.hasOwn(siblings, 'existingSecret');
  return hasOther
    ? 'keep it in a Secret and name that in existingSecret'
    : 'keep it in a Secret, an encrypted file or the secret store of your pipeline';
}
