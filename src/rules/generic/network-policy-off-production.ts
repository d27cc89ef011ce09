import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'network-policy-off-production',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'In production the network policies that the chart has on are turned off.',
    why: 'The chart comes with policies that let only those in that need to be. Without them every pod of the cluster reaches the databases and the internal ports, and one that is taken over is enough to reach them all.',
    source: 'Kubernetes documentation, Network Policies, "The two sorts of pod isolation".',
  },
  examples: {
    bad: [
      { chart: 'atlasia', environment: 'production', values: 'networkPolicy:\n  enabled: false\n' },
      {
        chart: 'zymtrace',
        environment: 'production',
        values: 'services:\n  activateNetworkPolicies: false\n',
      },
    ],
    good: [
      { chart: 'atlasia', environment: 'staging', values: 'networkPolicy:\n  enabled: false\n' },
      { chart: 'ossa', environment: 'production', values: 'global:\n  environment: production\n' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    for (const { pattern: path, annotation } of release.chart?.annotations ?? []) {
      if (annotation.role !== 'network-policy' || annotation.dead !== undefined) continue;
      if (valueAt(release.chart?.defaults, path) !== true || valueAt(release.values.data, path) !== false)
        continue;
      if (!isUserWritten(release, path)) continue;
      yield {
        at: path,
        problem: `In production ${formatPath(path)} is false`,
        why: 'Every pod of the cluster reaches the databases and the internal ports of this release.',
        help: 'Leave it true, the default of the chart.',
      };
    }
  },
});
