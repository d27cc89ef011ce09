import type { SecretRole } from '../model/pod-roles.ts';

/** NIST SP 800-63B-4 asks for 15 characters where a password stands alone; charts' READMEs settle for 12. */
const FEWEST = 12;
/** From here on, length makes up for a small alphabet. */
const LONG = 20;

/** Words that an attacker's list starts with. */
const COMMON =
  /pass(?:word|wd|phrase)?|pwd|strong|secret|token|key|admin|administrator|root|user|login|test|demo|example|default|dev(?:elopment)?|stag(?:e|ing)|prod(?:uction)?|local|postgres(?:ql)?|mysql|mariadb|redis|mongo(?:db)?|minio|grafana|clickhouse|rabbitmq|elastic|db|database|qwerty|letmein|welcome|monitor(?:ing)?|my|the|change|me|0?123(?:4(?:5(?:6(?:78?9?0?)?)?)?)?|abc|(?:19|20)\d\d/g;

/** Why a credential is easy to guess, as the end of "is …"; undefined when it is not. */
export function weakness(
  { value, origin, username }: SecretRole,
  chart: string | undefined,
): string | undefined {
  if (origin === 'issued') return undefined;
  if (value.length < FEWEST) return `shorter than ${FEWEST} characters`;
  if (origin !== 'password') return undefined;
  if (username !== undefined && value.toLowerCase() === username.toLowerCase())
    return 'the same as the user name';
  if (isGuessable(value, [username, chart]))
    return 'put together from the user name or words that everybody tries';
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
  return classes < 2 && value.length < LONG ? 'made of one kind of character' : undefined;
}

/** Whether the credential is easy to guess. */
export function isWeak(secret: SecretRole, chart: string | undefined): boolean {
  return weakness(secret, chart) !== undefined;
}

/** Whether fewer than four characters are left without known words. */
function isGuessable(value: string, names: readonly (string | undefined)[]): boolean {
  let rest = value.toLowerCase();
  for (const name of names)
    if (name !== undefined && name.length > 2) rest = rest.replaceAll(name.toLowerCase(), ' ');
  return rest.replaceAll(COMMON, ' ').replaceAll(/[^a-z0-9]/g, '').length < 4;
}
