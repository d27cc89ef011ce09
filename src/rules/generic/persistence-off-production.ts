import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'persistence-off-production',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A file for production turns off the volume that keeps the data.',
    why: 'The data then lives in a folder of the pod: it is gone when the pod is moved, drained or updated. A database that starts empty after a node upgrade is a restore from backup. What a chart has off by itself is not reported.',
    source:
      'Kubernetes documentation, Volumes, "emptyDir"; development values of HotSwap; storage type of zymtrace.',
  },
  examples: {
    bad: [
      {
        values: 'postgresql:\n  primary:\n    persistence:\n      enabled: false\n',
        environment: 'production',
      },
      {
        chart: 'zymtrace',
        values: 'clickhouse:\n  create:\n    storage:\n      type: empty_dir\n',
        environment: 'production',
      },
    ],
    good: [
      { values: 'postgresql:\n  primary:\n    persistence:\n      enabled: false\n' },
      {
        values: 'postgresql:\n  enabled: false\n  primary:\n    persistence:\n      enabled: false\n',
        environment: 'production',
      },
      {
        chart: 'zymtrace',
        values: 'clickhouse:\n  mode: use_existing\n  create:\n    storage:\n      type: empty_dir\n',
        environment: 'production',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    for (const { enabled, active, switch: off } of release.roles.persistence) {
      if (enabled || !active || !isUserWritten(release, off.path)) continue;
      yield {
        at: off.path,
        problem: `In production ${formatPath(off.path)} is ${valueText(off.value)}`,
        why: 'The data is lost whenever the pod moves or is updated.',
        help: 'Keep it on a volume, or use a service outside the cluster.',
      };
    }
  },
});
