import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { SecretRole } from '../../model/pod-roles.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { listWords } from '../list-words.ts';
import { secretsWith } from '../secret-problem.ts';
import { isWritten } from '../written.ts';

export const rule = defineRule({
  id: 'secret-default-credential',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A credential is the one that the chart ships, or one that everybody knows.',
    why: 'The default password of a chart is in its public values.yaml, and passwords such as "admin" or "postgres" are the first that anybody tries: whoever reaches the port is in. In production this is an error.',
    source:
      'values.yaml of the charts (zymtrace and OSSA ship passwords); OWASP, "Testing for Default Credentials" (WSTG-ATHN-02).',
  },
  examples: {
    bad: [
      { chart: 'zymtrace', values: 'postgres:\n  create:\n    config:\n      user: zymtrace\n' },
      { chart: 'ossa', values: 'global:\n  environment: production\n', environment: 'production' },
      { values: 'rabbitmq:\n  auth:\n    username: guest\n    password: guest\n' },
    ],
    good: [
      {
        chart: 'zymtrace@25.5.9',
        values:
          'clickhouse:\n  mode: use_existing\n  use_existing:\n    password: $CLICKHOUSE_PASSWORD\npostgres:\n  mode: gcp_cloudsql\nstorage:\n  mode: use_existing\n',
      },
      {
        values:
          'rabbitmq:\n  auth:\n    username: guest\n    existingPasswordSecret: rabbitmq\n    password: ""\n',
      },
    ],
  },
  *check(release) {
    const severity = release.roles.environment === 'production' ? 'error' : 'warning';
    const secrets = secretsWith(release, 'default-credential');
    // Defaults that nobody wrote have no place of their own: together they are one finding.
    const unwritten = secrets.filter(({ path }) => !isWritten(release, path));
    for (const group of [...(unwritten.length > 0 ? [unwritten] : []), ...written(release, secrets)]) {
      yield { ...fact(release, group), severity };
    }
  },
});

function written(release: Release, secrets: readonly SecretRole[]): SecretRole[][] {
  return secrets.filter(({ path }) => isWritten(release, path)).map((secret) => [secret]);
}

function fact(release: Release, secrets: readonly SecretRole[]): Fact {
  const [first] = secrets as readonly [SecretRole];
  const names = listWords(
    secrets.map(({ path }) => formatPath(path)),
    'and',
    secrets.length > 2 ? 1 : 2,
  );
  const isDefault = release.values.defaultAt(first.path) === first.value;
  const one = secrets.length === 1;
  const known = `Anybody can look ${one ? 'it' : 'them'} up`;
  const whose = isDefault
    ? `the default${one ? '' : 's'} of the chart`
    : 'among the first passwords that anybody tries';
  return {
    at: first.path,
    problem: `${names} ${secrets.length === 1 ? 'is' : 'are'} ${whose}`,
    why:
      first.origin === 'issued'
        ? `${known}.`
        : `${isDefault ? `${known}: whoever` : 'Whoever'} reaches the port is in.`,
    help: `Set ${secrets.length > 2 ? `${listWords(secrets.map(({ path }) => formatPath(path)))} to ` : ''}${secrets.length === 1 ? 'a long random one' : 'long random ones'} from outside the file.`,
  };
}
