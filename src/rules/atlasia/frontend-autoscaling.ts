import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const AT = ['frontend', 'autoscaling', 'enabled'];

export const rule = defineRule({
  id: 'atlasia/frontend-autoscaling',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Autoscaling of the frontend is on, and the chart has no autoscaler for it.',
    why: 'With the switch on, the Deployment leaves out its count of pods and no HorizontalPodAutoscaler takes over: one pod runs, whatever replicaCount.frontend says, and the disruption budget of one pod then blocks node drains.',
    source: 'frontend-deployment.yaml of the chart; there is no frontend-hpa.yaml.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'frontend:\n  autoscaling:\n    enabled: true\n' },
      {
        chart: 'atlasia',
        values: 'replicaCount:\n  frontend: 4\nfrontend:\n  autoscaling:\n    enabled: true\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'replicaCount:\n  frontend: 4\n' },
      { chart: 'atlasia', values: 'orchestrator:\n  autoscaling:\n    enabled: true\n' },
    ],
  },
  *check(release) {
    const { frontend, replicaCount } = chartValues<AtlasiaValues>(release);
    if (frontend?.autoscaling?.enabled !== true) return;
    yield {
      at: AT,
      problem:
        'frontend.autoscaling.enabled is true, but the chart has no autoscaler for the frontend and only drops its count',
      why: `One pod runs instead of ${replicaCount?.frontend ?? 'replicaCount.frontend'}.`,
      help: 'Set it to false and choose replicaCount.frontend.',
      related: [{ at: ['replicaCount', 'frontend'], message: 'this count is not used' }],
      fix: { title: 'Switch it off', safe: false, replace: [{ at: AT, text: 'false' }] },
    };
  },
});
