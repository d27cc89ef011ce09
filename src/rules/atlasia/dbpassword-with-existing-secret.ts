import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';

const EXISTING = ['secrets', 'existingSecret'];
const PASSWORD = ['secrets', 'dbPassword'];
const BUNDLED = ['postgresql', 'enabled'];

export const rule = defineRule({
  id: 'atlasia/dbpassword-with-existing-secret',
  chart: 'atlasia',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'An existing Secret is named, and the bundled PostgreSQL has no password all the same.',
    why: 'secrets.existingSecret replaces the Secret of the application only. The Secret of the bundled database is still made from secrets.dbPassword, which the template requires, so Helm stops.',
    source: 'secret.yaml of the chart: the second document has only postgresql.enabled as its condition.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'secrets:\n  existingSecret: atlasia-app\n' },
      {
        chart: 'atlasia',
        values: 'postgresql:\n  enabled: true\nsecrets:\n  existingSecret: atlasia-app\n  dbPassword: ""\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'postgresql:\n  enabled: false\n  externalHost: pg.data.svc\n  externalDatabase: atlasia\nsecrets:\n  existingSecret: atlasia-app\n',
      },
      {
        chart: 'atlasia',
        values: 'secrets:\n  existingSecret: atlasia-app\n  dbPassword: Vg5tRw8zQk3nXs7bJm2cHy9d\n',
      },
    ],
  },
  *check(release) {
    const { secrets, postgresql } = chartValues<AtlasiaValues>(release);
    if (isEmptySetting(secrets?.existingSecret) || postgresql?.enabled !== true) return;
    if (!isEmptySetting(secrets?.dbPassword) || isProvided(release.context, PASSWORD)) return;
    yield {
      at: EXISTING,
      problem: 'The bundled PostgreSQL takes its password from secrets.dbPassword, which is empty',
      why: `Helm stops: secrets.existingSecret ${valueText(secrets?.existingSecret)} counts for the services only.`,
      help: `Pass secrets.dbPassword as well, the same as db-password in ${valueText(secrets?.existingSecret)}, or use an external database.`,
      related: [
        { at: PASSWORD, message: 'secrets.dbPassword is empty' },
        { at: BUNDLED, message: 'the bundled PostgreSQL is on' },
      ],
    };
  },
});
