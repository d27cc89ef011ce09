import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isUserWritten } from '../written.ts';

const WRONG = ['postgres', 'gcp_cloudsql', 'proxy', 'serviceAccount'];
const RIGHT = ['postgres', 'gcp_cloudsql', 'serviceAccount'];

export const rule = defineRule({
  id: 'zymtrace/cloudsql-service-account-path',
  chart: 'zymtrace',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The service account of the Cloud SQL proxy is written where the chart does not look for it.',
    why: 'The README shows the key below `proxy` in two examples, and no template reads it there. The proxy then runs as the default account, which hides the mistake until the account differs: it has no binding to a Google service account, and every login at Cloud SQL is refused.',
    source:
      'Template of the Cloud SQL proxy (`serviceAccountName`) and parameter table of the zymtrace chart, against the two examples in its README.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    instance: acme:us-central1:pg\n    user: zym@acme.iam\n    proxy:\n      serviceAccount: profiling-db  # bound by Workload Identity\n',
      },
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    serviceAccount: profiling-db\n    proxy:\n      serviceAccount: profiling-db\n      port: 5432\n',
      },
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    serviceAccount: profiling-db\n    proxy:\n      serviceAccount: other\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    serviceAccount: profiling-db\n',
      },
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    proxy:\n      port: 5433\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const account = valueAt(data, WRONG);
    if (typeof account !== 'string' || account === '' || !isUserWritten(release, WRONG)) return;
    const used = valueAt(data, RIGHT);
    const isActive = valueAt(data, ['postgres', 'mode']) === 'gcp_cloudsql';
    const right = formatPath(RIGHT);
    const same = used === account;
    const runs = isActive ? 'The proxy runs' : 'With Cloud SQL the proxy would run';
    const effect = same
      ? `${runs} as "${account}" only because ${right} says so as well`
      : `${runs} as "${used}" from ${right}, which is bound to another Google account or to none`;
    const isSet = isUserWritten(release, RIGHT);
    const advice = !isSet
      ? 'Move it one level up.'
      : same
        ? 'Remove it.'
        : `Decide which one is meant, keep it in ${right} and remove this one.`;
    yield {
      at: WRONG,
      part: 'key',
      severity: isActive && !same ? 'error' : 'warning',
      problem: `${formatPath(WRONG)} is "${account}", and no template reads it`,
      why: `${effect}.`,
      help: advice,
      related: [{ at: RIGHT, message: 'the account that the chart uses' }],
      ...fix(isSet, same),
    };
  },
});

/** Moving is safe: until now the key has had no effect, and nobody says anything else in the right place. */
function fix(isSet: boolean, same: boolean): object {
  if (!isSet)
    return {
      fix: { title: `Move it to ${formatPath(RIGHT)}`, safe: true, move: [{ from: WRONG, to: RIGHT }] },
    };
  return same ? { fix: { title: 'Remove the key', safe: true, remove: [WRONG] } } : {};
}
