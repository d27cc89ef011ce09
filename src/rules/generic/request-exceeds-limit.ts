import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { childOf } from '../../model/values-path.ts';
import { parseQuantity } from '../parse-quantity.ts';
import { suspectUnit } from '../suspect-unit.ts';
import { editedPath } from '../written.ts';

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

export const rule = defineRule({
  id: 'request-exceeds-limit',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary: 'A container requests more CPU, memory or storage than its limit allows.',
    why: 'The API server rejects the pod, so the Deployment exists and has no pods. Often only one of the two was changed, and the other one still has the default of the chart.',
    source: 'Kubernetes documentation, Resource Management for Pods and Containers; core/v1 validation.',
  },
  examples: {
    bad: [
      { values: 'resources:\n  requests:\n    memory: 2Gi\n  limits:\n    memory: 1Gi\n' },
      { values: 'resources:\n  requests:\n    cpu: "3"\n', chart: 'hotswap' },
    ],
    good: [
      { values: 'resources:\n  requests:\n    cpu: 500m\n  limits:\n    cpu: 0.5\n' },
      {
        values: 'colonies:\n  resources:\n    enabled: false\n    requests:\n      cpu: 8\n',
        chart: 'colonyos',
      },
      { values: 'worker:\n  enabled: false\n  resources:\n    requests: {cpu: 2}\n    limits: {cpu: 1}\n' },
    ],
  },
  *check(release) {
    for (const { path, value, active } of release.roles.resources) {
      if (!active) continue;
      for (const name of RESOURCES) {
        const wanted = parseQuantity(childOf(value.requests, name));
        const allowed = wanted === undefined ? undefined : parseQuantity(childOf(value.limits, name));
        if (wanted === undefined || allowed === undefined || wanted.amount <= allowed.amount) continue;
        const request = { path: [...path, 'requests', name], value: childOf(value.requests, name) };
        const limit = { path: [...path, 'limits', name], value: childOf(value.limits, name) };
        // With a wrong unit the comparison says nothing more.
        if ([request, limit].some((amount) => suspectUnit(name, amount.value) !== undefined)) continue;
        const at = editedPath(release, [request.path, limit.path]);
        const [culprit, other] = at === request.path ? [request, limit] : [limit, request];
        const relation = culprit === request ? 'above' : 'below';
        yield {
          at,
          problem: `${formatPath(at)} is ${valueText(culprit.value)}, ${relation} ${formatPath(other.path)} ${valueText(other.value)}`,
          why: 'Kubernetes rejects the pod and nothing starts.',
          help: `${culprit === request ? 'Lower the request, or raise the limit as well.' : 'Raise the limit, or lower the request as well.'}`,
          related: [{ at: other.path, message: `${formatPath(other.path)} is ${valueText(other.value)}` }],
        };
      }
    }
  },
});
