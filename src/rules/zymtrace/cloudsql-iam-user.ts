import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { sourceText } from '../source-text.ts';

const USER = ['postgres', 'gcp_cloudsql', 'user'];
const NAME = 'postgres.gcp_cloudsql.user';
const SUFFIX = '.gserviceaccount.com';
/** Accounts that people make end in `@PROJECT.iam`; those of Compute Engine and App Engine have fixed names. */
const SERVICE_ACCOUNT = /^[^@\s]+@(?:[^@\s]+\.iam|developer|appspot)$/;

export const rule = defineRule({
  id: 'zymtrace/cloudsql-iam-user',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The Cloud SQL user is not the name under which Cloud SQL knows a service account.',
    why: 'With Workload Identity the proxy logs in as a service account, and the chart sends no password. Cloud SQL names such a user `ACCOUNT@PROJECT.iam`, without `.gserviceaccount.com`; any other user, such as the `postgres` of the README, is refused, so the migration job waits for a database that never lets it in.',
    source:
      'Cloud SQL documentation, "Manage users with IAM database authentication"; comment on the value in values.yaml of the zymtrace chart.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    user: "zym@acme.iam.gserviceaccount.com"\n',
      },
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    user: postgres\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    user: zym@acme.iam\n',
      },
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    user: 7781-compute@developer\n',
      },
      { chart: 'zymtrace', values: 'postgres:\n  gcp_cloudsql:\n    user: postgres\n' },
    ],
  },
  *check(release) {
    const { postgres } = chartValues<ZymtraceValues>(release);
    const user: unknown = postgres?.gcp_cloudsql?.user;
    if (postgres?.mode !== 'gcp_cloudsql' || typeof user !== 'string' || user === '') return;
    if (user.endsWith(SUFFIX)) {
      const name = user.slice(0, -SUFFIX.length);
      const source = sourceText(release, USER);
      yield {
        at: USER,
        problem: `${NAME} is "${user}", but Cloud SQL knows service accounts without "${SUFFIX}"`,
        why: 'The login is refused.',
        help: `Write "${name}".`,
        ...(source?.includes(SUFFIX)
          ? {
              fix: {
                title: `Remove ${SUFFIX}`,
                safe: true,
                replace: [{ at: USER, text: source.replace(SUFFIX, '') }],
              },
            }
          : {}),
      };
      return;
    }
    if (SERVICE_ACCOUNT.test(user) || postgres.gcp_cloudsql?.workloadIdentity?.enabled === false) return;
    yield {
      at: USER,
      problem: `${NAME} is "${user}", but with Workload Identity the proxy logs in as a service account`,
      why: 'Cloud SQL refuses every other user.',
      help: `Write the account without "${SUFFIX}", such as "zymtrace@my-project.iam".`,
    };
  },
});
