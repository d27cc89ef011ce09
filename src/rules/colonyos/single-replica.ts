import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const REPLICAS = ['colonies', 'replicas'];

export const rule = defineRule({
  id: 'colonyos/single-replica',
  chart: 'colonyos',
  severity: 'info',
  recommended: true,
  production: 'warning',
  docs: {
    summary: 'The Colonies server runs as a single pod.',
    why: 'One server is an etcd cluster of one: while its node is drained or its pod restarts nobody can submit or take a process. The chart asks for three in production, which survive the loss of one. That is a warning in production, a remark where nothing says what the release is for, and fine for development and tests. Two servers are the business of even-consensus-replicas.',
    source: 'High-Availability in the ColonyOS chart README; colonies-statefulset.yaml.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'colonies:\n  replicas: 1\n' },
      { chart: 'colonyos', values: 'colonies:\n  replicas: 1\n', environment: 'production' },
    ],
    good: [
      { chart: 'colonyos', values: 'colonies:\n  replicas: 3\n' },
      { chart: 'colonyos', values: 'colonies:\n  replicas: 1\n', environment: 'development' },
    ],
  },
  *check(release) {
    const { environment } = release.roles;
    const production = environment === 'production';
    if (!production && environment !== undefined) return;
    if (chartValues<ColonyosValues>(release).colonies?.replicas !== 1) return;
    yield {
      at: REPLICAS,
      severity: production ? 'warning' : 'info',
      problem: 'colonies.replicas is 1',
      why: 'The API is down whenever that pod restarts or its node is drained.',
      help: 'Use 3 in production: they survive the loss of one.',
    };
  },
});
