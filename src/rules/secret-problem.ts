import { formatPath } from '../model/format-path.ts';
import { isAmong, isUserLayer, type Layer } from '../model/layer.ts';
import type { SecretRole } from '../model/pod-roles.ts';
import type { Release } from '../model/release.ts';
import type { Severity } from '../model/severity.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { isGap, isPlaceholder } from './placeholder-text.ts';
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
  const isReplaced = existingSecret?.isSet === true && existingSecret.replaces;
  if (winner !== undefined && isUserLayer(winner) && isReplaced && changesNothing(release, path))
    return 'conflict';
  const isDefault = release.values.defaultAt(path) === value;
  // The author left a gap that whoever installs the chart has to fill; in the chart itself it is right. What another system issues cannot be
  // a text of the author's.
  const isEmpty = isGap(value) || (secret.origin === 'issued' && !secret.embedded && isPlaceholder(value));
  if (isDefault && isEmpty)
    return active && existingSecret?.isSet !== true && !isAuthors(release, winner)
      ? 'placeholder'
      : undefined;
  if (isDefault) return active && existingSecret?.isSet !== true ? 'default-credential' : undefined;
  if (winner === undefined || !isUserLayer(winner)) return undefined;
  if (active && secret.origin === 'password' && UNIVERSAL.has(value.toLowerCase()))
    return 'default-credential';
  if (isPlaceholder(value)) return 'placeholder';
  if (active && isWeak(secret, release.chart?.name)) return 'weak';
  // What a flag passes stands in no file.
  return winner.kind === 'values-file' ? 'inline' : undefined;
}

/** As far as anybody knows. */
function changesNothing({ rendered }: Release, path: ValuesPath): boolean {
  return rendered?.changesNothing([path]) !== false;
}

function isAuthors({ files }: Release, winner: Layer | undefined): boolean {
  return winner !== undefined && isAmong(winner, files);
}

/** The credentials of the release that have the problem. */
export function secretsWith(release: Release, problem: SecretProblem): SecretRole[] {
  return release.roles.secrets.filter((secret) => secretProblem(release, secret) === problem);
}

/** Where to put the credential instead: what follows "keep it in". */
export function whereSecretsBelong({ existingSecret }: SecretRole): string {
  return existingSecret?.replaces
    ? `a Secret that ${formatPath(existingSecret.path)} names`
    : 'a Secret, an encrypted file or the secret store of your pipeline';
}

/** How bad a credential in a file is: what a development or test environment uses guards nothing of worth. */
export function severityOfWrittenSecret({ roles }: Release): Severity {
  return roles.environment === 'development' || roles.environment === 'test' ? 'info' : 'warning';
}
