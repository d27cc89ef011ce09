import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import type { FixProposal } from '../../model/fix-proposal.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { objectAt, type ValuesPath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { NGINX_PREFIX } from '../nginx-annotations.ts';
import { isUserWritten } from '../written.ts';
import { zymtraceEntrance } from '../zymtrace-entrance.ts';

const ANNOTATION = `${NGINX_PREFIX}proxy-body-size`;
const COMMON = ['ingress', 'annotations'];

export const rule = defineRule({
  id: 'zymtrace/ingress-body-size',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The Ingress does not raise the limit for uploads, which symbol files exceed.',
    why: 'ingress-nginx answers 413 to every request above 1 MB unless the Ingress or the configuration of the controller allows more. Symbol files are far larger, so their upload fails while everything else works. Only nginx is looked at: Traefik and the load balancer of AWS have no such limit.',
    source:
      'Comment on ingress.hosts.ui.annotations in values.yaml of the zymtrace chart; ingress-nginx documentation, "Custom max body size".',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values: 'ingress:\n  enabled: true\n  hosts:\n    ui:\n      host: zym.corp.net\n',
      },
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: "true"\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  hosts:\n    ui:\n      host: zym.corp.net\n      annotations:\n        nginx.ingress.kubernetes.io/proxy-body-size: "0"\n',
      },
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-body-size: 10g\n',
      },
      { chart: 'zymtrace', values: 'ingress:\n  enabled: true\n  className: traefik\n' },
    ],
  },
  *check(release) {
    const { ingress } = chartValues<ZymtraceValues>(release);
    const { key, host, hasIngress } = zymtraceEntrance(release);
    if (!hasIngress || !/nginx/i.test(String(ingress?.className))) return;
    const ofHost = [...host, 'annotations'];
    const { data } = release.values;
    const keys = [COMMON, ofHost].flatMap((path) => Object.keys(objectAt(data, path) ?? {}));
    // The prefix nginx.org is that of another controller.
    if (keys.includes(ANNOTATION) || keys.some((key) => key.startsWith('nginx.org/'))) return;
    yield {
      at: [...ofHost, ANNOTATION],
      problem: `The Ingress has no annotation "${ANNOTATION}"`,
      why: 'Ingress-nginx refuses uploads above 1 MB, symbol files among them, unless the controller itself allows more.',
      help: `Add it to ingress.hosts.${key}.annotations with 0 for no limit, or a size such as "10g".`,
      fix: {
        title: `Add ${ANNOTATION}: "0"`,
        safe: false,
        insert: insertion(release, ofHost),
      },
    };
  },
});

/** Where a map for it is written, else the map of annotations along with it. */
function insertion(release: Release, ofHost: ValuesPath): NonNullable<FixProposal['insert']> {
  const { data } = release.values;
  const map = [ofHost, COMMON].find((path) => isUserWritten(release, path) && objectAt(data, path));
  if (map !== undefined) return [{ at: [...map, ANNOTATION], text: '"0"' }];
  const around = isUserWritten(release, ofHost.slice(0, -1)) ? ofHost : COMMON;
  return [{ at: around, text: `\n  ${ANNOTATION}: "0"` }];
}
