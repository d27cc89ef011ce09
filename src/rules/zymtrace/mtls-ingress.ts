import { isJsonObject } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

const MTLS = ['ingress', 'hosts', 'gateway', 'mtls'];
const SWITCH = ['services', 'gateway', 'mtls', 'enabled'];
const HOST = ['ingress', 'hosts', 'gateway', 'host'];
const PASSTHROUGH = 'nginx.ingress.kubernetes.io/ssl-passthrough';

export const rule = defineRule({
  id: 'zymtrace/mtls-ingress',
  chart: 'zymtrace',
  chartVersions: '>=25.7.4',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The Ingress for mutual TLS is not made, has no host of its own, or ends TLS itself.',
    why: 'The chart makes it only while the gateway listens for mutual TLS. Its host has to differ from that of the gateway, since a controller that passes the TLS of a host through passes all of it. And ingress-nginx passes TLS through only with an annotation: without it the controller ends the connection, and the certificate of the client never reaches the gateway.',
    source:
      'gateway-ingress-mtls.yaml and values.yaml of the zymtrace chart; ingress-nginx documentation, SSL Passthrough.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zym.corp.net\n      mtls:\n        enabled: true\n        host: mtls.corp.net\n',
      },
      {
        chart: 'zymtrace',
        values:
          'services:\n  gateway:\n    mtls:\n      enabled: true\ningress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zym.corp.net\n      mtls:\n        enabled: true\n        host: zym.corp.net\n        annotations:\n          nginx.ingress.kubernetes.io/ssl-passthrough: "true"\n',
      },
      {
        chart: 'zymtrace',
        values:
          'services:\n  gateway:\n    mtls:\n      enabled: true\ningress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zym.corp.net\n      mtls:\n        enabled: true\n        host: mtls.corp.net\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  gateway:\n    mtls:\n      enabled: true\ningress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zym.corp.net\n      mtls:\n        enabled: true\n        host: mtls.corp.net\n        annotations:\n          nginx.ingress.kubernetes.io/ssl-passthrough: "true"\n',
      },
      {
        chart: 'zymtrace',
        values: 'ingress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zym.corp.net\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const read = (...path: string[]): unknown => valueAt(data, path);
    const enabled = [...MTLS, 'enabled'];
    if (read('ingress', 'enabled') !== true || read(...enabled) !== true) return;
    if (read(...SWITCH) !== true) {
      yield {
        at: enabled,
        problem: 'ingress.hosts.gateway.mtls.enabled is true, but the gateway does not listen for mutual TLS',
        why: 'The chart makes no such Ingress.',
        help: 'Set services.gateway.mtls.enabled to true and give it its certificates, or turn this off.',
        related: [{ at: SWITCH, message: `${SWITCH.join('.')} is not true` }],
      };
      return;
    }
    const host = read(...MTLS, 'host');
    if (host === '' || host === read(...HOST)) {
      yield {
        at: [...MTLS, 'host'],
        problem:
          host === '' ? 'ingress.hosts.gateway.mtls.host is empty' : `Both Ingresses have the host "${host}"`,
        why: 'The controller cannot tell connections with client certificates from the others.',
        help: 'Write a host name of its own, such as one that begins with mtls.',
        related: [{ at: HOST, message: 'the host of the gateway' }],
      };
    }
    const settings = [...MTLS, 'annotations'];
    const isPassed = [['ingress', 'annotations'], settings].some((path) => {
      const annotations = valueAt(data, path);
      return isJsonObject(annotations) && annotations[PASSTHROUGH] === 'true';
    });
    if (read('ingress', 'className') !== 'nginx' || isPassed) return;
    yield {
      at: [...settings, PASSTHROUGH],
      problem: `The Ingress for mutual TLS has no annotation "${PASSTHROUGH}"`,
      why: 'ingress-nginx then ends TLS itself, and the certificates of clients never reach the gateway.',
      help: `Add ${PASSTHROUGH}: "true", and turn on SSL passthrough in the controller.`,
    };
  },
});
