import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isEmptySetting } from '../is-empty.ts';

const TYPE = ['auth', 'type'];
const SERVICE = ['services', 'gateway', 'service', 'type'];
const HOST = ['ingress', 'hosts', 'gateway', 'host'];

export const rule = defineRule({
  id: 'zymtrace/issuer-host',
  chart: 'zymtrace',
  chartVersions: '>=26.1.1',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'Tokens are issued behind a load balancer whose name nobody gave.',
    why: 'With auth.type local or oidc the chart puts the host of the gateway into its tokens. Behind a Service of type LoadBalancer it does not render without ingress.hosts.gateway.host.',
    source: 'auth-configmap.yaml of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace@26.8.4',
        values: 'auth:\n  type: local\nservices:\n  gateway:\n    service:\n      type: LoadBalancer\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace@26.8.4',
        values:
          'auth:\n  type: local\nservices:\n  gateway:\n    service:\n      type: LoadBalancer\ningress:\n  hosts:\n    gateway:\n      host: zym.corp.net\n',
      },
      {
        chart: 'zymtrace@26.8.4',
        values: 'auth:\n  type: basic\nservices:\n  gateway:\n    service:\n      type: LoadBalancer\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const type = valueAt(data, TYPE);
    if ((type !== 'local' && type !== 'oidc') || valueAt(data, SERVICE) !== 'LoadBalancer') return;
    if (!isEmptySetting(valueAt(data, HOST)) || isProvided(release.context, HOST)) return;
    yield {
      at: SERVICE,
      problem: `services.gateway.service.type is "LoadBalancer", and ingress.hosts.gateway.host is empty`,
      why: `With auth.type "${type}" the chart does not render without the host, which goes into its tokens.`,
      help: 'Install once with auth.type "none", and set the name that the load balancer got.',
      related: [{ at: TYPE, message: `auth.type is "${type}"` }],
    };
  },
});
