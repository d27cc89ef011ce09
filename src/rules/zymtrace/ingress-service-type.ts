import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { zymtraceEntrance } from '../zymtrace-entrance.ts';

/** Controllers that run in the cluster and reach the pods without a node port, unlike those of AWS and Google. */
const IN_CLUSTER = /nginx|traefik|haproxy|contour|kong|istio|cilium|envoy/i;

export const rule = defineRule({
  id: 'zymtrace/ingress-service-type',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The entrance of zymtrace has an Ingress and is reachable around it.',
    why: 'A Service of type LoadBalancer or NodePort is a second way in, in clear text: past the certificate, the limits and the access rules of the Ingress. The load balancer costs money besides. NodePort is not reported for the classes of AWS and Google, whose load balancers may need it.',
    source:
      'Comment above `ingress` in values.yaml of the zymtrace chart; Kubernetes documentation, Service, "Publishing Services".',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  ui:\n    service:\n      type: LoadBalancer\ningress:\n  enabled: true\n  className: alb\n',
      },
      {
        chart: 'zymtrace',
        values: 'services:\n  ui:\n    service:\n      type: NodePort\ningress:\n  enabled: true\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  ui:\n    service:\n      type: NodePort\ningress:\n  enabled: true\n  className: alb\n',
      },
      { chart: 'zymtrace', values: 'services:\n  ui:\n    service:\n      type: LoadBalancer\n' },
      {
        chart: 'zymtrace',
        values:
          'services:\n  ui:\n    service:\n      type: LoadBalancer\ningress:\n  enabled: true\n  hosts:\n    ui:\n      enabled: false\n',
      },
    ],
  },
  *check(release) {
    const { ingress } = chartValues<ZymtraceValues>(release);
    const { name, serviceType, hasIngress } = zymtraceEntrance(release);
    const type = valueAt(release.values.data, serviceType);
    const isWayIn =
      type === 'LoadBalancer' || (type === 'NodePort' && IN_CLUSTER.test(String(ingress?.className)));
    if (!hasIngress || !isWayIn) return;
    const where = type === 'LoadBalancer' ? 'at an address of its own' : 'on a port of every node';
    yield {
      at: serviceType,
      problem: `${serviceType.join('.')} is "${type}" although ingress.enabled is true`,
      why: `${name[0]!.toUpperCase()}${name.slice(1)} is also open ${where}, past the certificate and the rules of the Ingress.`,
      help: 'Set it to ClusterIP, or turn the Ingress off.',
      related: [{ at: ['ingress', 'enabled'], message: 'the Ingress is on' }],
      fix: { title: 'Set it to ClusterIP', safe: false, replace: [{ at: serviceType, text: 'ClusterIP' }] },
    };
  },
});
