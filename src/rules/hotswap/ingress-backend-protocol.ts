import type { HotswapValues } from '../../charts/hotswap-values.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { NGINX_PREFIX } from '../nginx-annotations.ts';
import { setValue } from '../set-value.ts';
import { isUserWritten } from '../written.ts';

const ANNOTATIONS = ['ingress', 'annotations'];
const PROTOCOL = `${NGINX_PREFIX}backend-protocol`;
const PASSTHROUGH = `${NGINX_PREFIX}ssl-passthrough`;
/** What old releases of ingress-nginx had in place of the protocol. */
const SECURE = `${NGINX_PREFIX}secure-backends`;
const CLASS_NAME = ['ingress', 'className'];

export const rule = defineRule({
  id: 'hotswap/ingress-backend-protocol',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'ingress-nginx is not told that the pods speak HTTPS.',
    why: 'The Ingress of the chart always leads to the Service port https, and ingress-nginx speaks plain HTTP to it unless an annotation says otherwise: the pods refuse every request. Traefik concludes the protocol from the name of the port.',
    source:
      'ingress.yaml of the chart (backend port `https`); ingress-nginx documentation, Annotations, "Backend Protocol".',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'ingress:\n  enabled: true\n' },
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  className: nginx-internal\n  annotations:\n    nginx.ingress.kubernetes.io/backend-protocol: HTTP\n',
      },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/backend-protocol: HTTPS\n',
      },
      { chart: 'hotswap', values: 'ingress:\n  enabled: true\n  className: traefik\n' },
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-passthrough: "true"\n',
      },
    ],
  },
  *check(release) {
    const { ingress } = chartValues<HotswapValues>(release);
    const className = ingress?.className;
    if (ingress?.enabled !== true || typeof className !== 'string' || !/nginx/i.test(className)) return;
    const annotations: Readonly<Record<string, JsonValue | undefined>> = ingress.annotations ?? {};
    const protocol = annotations[PROTOCOL];
    if (typeof protocol === 'string' && /^(?:HTTPS|GRPCS)$/i.test(protocol)) return;
    if (annotations[PASSTHROUGH] === 'true' || annotations[SECURE] === 'true') return;
    const at = [...ANNOTATIONS, PROTOCOL];
    const related = [{ at: CLASS_NAME, message: `the class is "${className}"` }];
    if (protocol !== undefined && protocol !== null) {
      yield {
        at,
        problem: `The annotation backend-protocol is "${String(protocol)}", but the pods speak HTTPS`,
        why: 'The Ingress leads to the HTTPS port of the pods, which refuses every such request.',
        help: 'Set it to "HTTPS".',
        related,
        fix: { title: 'Speak HTTPS to the pods', safe: false, replace: [{ at, text: '"HTTPS"' }] },
      };
      return;
    }
    const annotated = isUserWritten(release, ANNOTATIONS);
    yield {
      at: annotated ? ANNOTATIONS : ['ingress', 'enabled'],
      part: annotated ? 'key' : 'value',
      problem: `The Ingress leads to the HTTPS port of the pods, and the class "${className}" speaks HTTP to it`,
      why: 'Every request fails.',
      help: `Add the annotation ${PROTOCOL}: "HTTPS" to ingress.annotations.`,
      related,
      fix: {
        title: 'Speak HTTPS to the pods',
        safe: false,
        ...setValue(release, at, '"HTTPS"'),
      },
    };
  },
});
