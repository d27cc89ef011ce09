import type { OssaValues } from '../../charts/ossa-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';
import { isUserWritten } from '../written.ts';

const PASSWORD = ['postgresql', 'auth', 'password'];
const SECRET = ['postgresql', 'auth', 'existingSecret'];

export const rule = defineRule({
  id: 'ossa/postgres-existing-secret',
  chart: 'ossa',
  severity: 'error',
  recommended: true,
  docs: {
    summary:
      'PostgreSQL takes its password from an existing Secret, and the services still use the default one.',
    why: 'postgresql.auth.existingSecret is read by the database alone. The chart builds POSTGRES_URL from postgresql.auth.password, which stays at its default, so every login fails. Both have to be the same password, and it then stands in clear text in the pods and the ConfigMap.',
    source:
      '_helpers.tpl of the chart (ossa.databaseUrl); Bitnami PostgreSQL chart 12.x, auth.existingSecret.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'postgresql:\n  auth:\n    existingSecret: ossa-postgresql\n' },
      {
        chart: 'ossa',
        values: 'postgresql:\n  auth:\n    existingSecret: ossa-postgresql\n    password: ""\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        values: 'postgresql:\n  auth:\n    existingSecret: ossa-postgresql\n    password: Fq3tWz8mKr2vHs6y\n',
      },
      { chart: 'ossa', values: 'postgresql:\n  auth:\n    username: ossa_shop\n' },
    ],
  },
  *check(release) {
    const { postgresql } = chartValues<OssaValues>(release);
    const secret = postgresql?.auth?.existingSecret;
    if (postgresql?.enabled !== true || isEmptySetting(secret)) return;
    const password = postgresql.auth?.password;
    if (!isEmptySetting(password) && password !== release.values.defaultAt(PASSWORD)) return;
    if (isProvided(release.context, PASSWORD)) return;
    const at = isUserWritten(release, PASSWORD) ? PASSWORD : SECRET;
    yield {
      at,
      problem: `The services log in with postgresql.auth.password, which is ${isEmptySetting(password) ? 'empty' : 'still the default of the chart'}`,
      why: `The database takes its password from the Secret ${valueText(secret)}. Every login fails.`,
      help: 'Pass the same password there at deploy time, or use externalDatabase.url.',
      related: [
        at === PASSWORD
          ? { at: SECRET, message: `the database reads ${valueText(secret)}` }
          : { at: PASSWORD, message: 'the services log in with this' },
      ],
    };
  },
});
