import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

const METRICS = ['orchestrator', 'autoscaling', 'metrics'];

export const rule = defineRule({
  id: 'atlasia/custom-metric-adapter',
  chart: 'atlasia',
  severity: 'info',
  recommended: true,
  docs: {
    summary:
      'The autoscaler of the orchestrator scales by a custom metric, which needs an adapter in the cluster.',
    why: 'Kubernetes itself serves CPU and memory only. Custom metrics come from an adapter such as Prometheus Adapter with a rule for each of them; without it the autoscaler reports FailedGetPodsMetric and never scales in. The metric of the default list is not reported.',
    source: 'HPA Metrics in the Atlasia README; Kubernetes documentation, Horizontal Pod Autoscaling.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values:
          'orchestrator:\n  autoscaling:\n    metrics:\n      - type: Pods\n        pods:\n          metric:\n            name: ai_tasks_queue_depth\n          target:\n            type: AverageValue\n            averageValue: "20"\n',
      },
      {
        chart: 'atlasia',
        values:
          'orchestrator:\n  autoscaling:\n    metrics:\n      - type: External\n        external:\n          metric:\n            name: queue_messages_ready\n          target:\n            type: Value\n            value: "30"\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'orchestrator:\n  autoscaling:\n    metrics: []\n' },
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  autoscaling:\n    minReplicas: 4\n',
      },
    ],
  },
  *check(release) {
    if (chartValues<AtlasiaValues>(release).orchestrator?.autoscaling?.enabled !== true) return;
    const metrics = valueAt(release.values.data, METRICS);
    if (!Array.isArray(metrics) || !isUserWritten(release, METRICS)) return;
    const names = metrics.flatMap((metric) =>
      ['pods', 'object', 'external'].flatMap((kind) => {
        const name = isJsonObject(metric) ? valueAt(metric, [kind, 'metric', 'name']) : undefined;
        return typeof name === 'string' ? [name] : [];
      }),
    );
    if (names.length === 0) return;
    yield {
      at: METRICS,
      part: 'key',
      problem: `orchestrator.autoscaling.metrics uses ${listWords(names.map((name) => `"${name}"`))}, which Kubernetes does not serve by itself`,
      why: 'Without an adapter the autoscaler never scales in.',
      help: 'Install Prometheus Adapter with a rule for it, or leave the list empty.',
    };
  },
});
