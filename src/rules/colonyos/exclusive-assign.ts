import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const PATH = ['colonies', 'exclusiveAssign'];

export const rule = defineRule({
  id: 'colonyos/exclusive-assign',
  chart: 'colonyos',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'Assigning a process takes an exclusive lock.',
    why: 'With the lock one executor at a time is served, in strict order, by all servers together. Row locks, the default, let them work side by side; the README recommends them for throughput.',
    source: 'Performance Settings in the ColonyOS chart README.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'colonies:\n  exclusiveAssign: true\n' },
      { chart: 'colonyos', values: 'colonies:\n  replicas: 5\n  exclusiveAssign: true\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'colonies:\n  exclusiveAssign: false\n' },
      { chart: 'colonyos', values: 'colonies:\n  replicas: 5\n' },
    ],
  },
  *check(release) {
    if (chartValues<ColonyosValues>(release).colonies?.exclusiveAssign !== true) return;
    yield {
      at: PATH,
      problem: 'colonies.exclusiveAssign is true',
      why: 'All servers take turns at one lock when they assign processes, which costs throughput.',
      help: 'Set it to false, as the chart recommends, unless the strict order matters.',
      fix: { title: 'Use row locks', safe: false, replace: [{ at: PATH, text: 'false' }] },
    };
  },
});
