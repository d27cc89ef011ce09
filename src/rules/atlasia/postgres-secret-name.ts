import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { defineRule } from '../../model/rule.ts';
import { fullNameOf } from '../atlasia-release-name.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const SECRET = ['postgresql', 'auth', 'existingSecret'];
const FULL_NAME = ['fullnameOverride'];
const SUFFIX = '-postgresql-secret';

export const rule = defineRule({
  id: 'atlasia/postgres-secret-name',
  chart: 'atlasia',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The bundled PostgreSQL looks for its password in a Secret that this release does not make.',
    why: 'The chart names the Secret of the database after the release, and postgresql.auth.existingSecret names "atlasia-postgresql-secret" whatever the release is called. Under another name the database waits for a Secret that is not there, or, beside a release named atlasia, takes the password of that one.',
    source: 'secret.yaml and values.yaml of the chart; Blue-Green Deployment in the Atlasia README.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'fullnameOverride: atlasia-green\n' },
      {
        chart: 'atlasia',
        values:
          'fullnameOverride: atlasia-green\npostgresql:\n  auth:\n    existingSecret: atlasia-blue-postgresql-secret\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'fullnameOverride: atlasia-green\npostgresql:\n  auth:\n    existingSecret: atlasia-green-postgresql-secret\n',
      },
      { chart: 'atlasia', values: 'postgresql:\n  auth:\n    existingSecret: team-database\n' },
      { chart: 'atlasia', values: 'fullnameOverride: atlasia\n' },
    ],
  },
  *check(release) {
    const values = chartValues<AtlasiaValues>(release);
    const name = fullNameOf(values);
    const secret = values.postgresql?.auth?.existingSecret;
    if (name === undefined || values.postgresql?.enabled !== true || typeof secret !== 'string') return;
    const made = `${name}${SUFFIX}`;
    // A Secret with a name of its own was made by somebody on purpose.
    if (secret === made || !secret.endsWith(SUFFIX)) return;
    const written = isUserWritten(release, SECRET);
    yield {
      at: written ? SECRET : FULL_NAME,
      problem: `The bundled PostgreSQL reads the Secret "${secret}", which is not made`,
      why: `With fullnameOverride "${name}" the chart makes "${made}": the database does not start, or uses the password of another release.`,
      help: `Set postgresql.auth.existingSecret to ${made}.`,
      related: written ? [{ at: FULL_NAME, message: `the release is called "${name}"` }] : [],
      ...(written
        ? { fix: { title: `Name ${made}`, safe: false, replace: [{ at: SECRET, text: made }] } }
        : {}),
    };
  },
});
