import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const ISSUER = 'cert-manager.io/cluster-issuer';
const AT = ['ingress', 'annotations', ISSUER];

export const rule = defineRule({
  id: 'hotswap/ingress-issuer-removed',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The issuer of the certificate is removed while the Ingress keeps its TLS entry.',
    why: 'Nobody makes the Secret that the entry names then. The Ingress answers with the certificate of the controller, which no browser trusts, until somebody creates the Secret by hand.',
    source:
      'values.yaml of the HotSwap chart (ingress.annotations, ingress.tls); cert-manager documentation.',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values: 'ingress:\n  enabled: true\n  annotations:\n    cert-manager.io/cluster-issuer: null\n',
      },
    ],
    good: [
      { chart: 'hotswap', values: 'ingress:\n  enabled: true\n' },
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    cert-manager.io/cluster-issuer: null\n    cert-manager.io/issuer: corp\n',
      },
    ],
  },
  *check(release) {
    const { ingress } = chartValues<HotswapValues>(release);
    const { tls, annotations } = ingress ?? {};
    if (ingress?.enabled !== true || !Array.isArray(tls) || tls.length === 0) return;
    if (Object.keys(annotations ?? {}).some((key) => key.startsWith('cert-manager.io/'))) return;
    if (!isUserWritten(release, AT)) return;
    yield {
      at: AT,
      problem: `The annotation "${ISSUER}" is removed, but ingress.tls still asks for a certificate`,
      why: 'Nobody makes the Secret that it names, and the Ingress answers with a certificate that no browser trusts.',
      help: 'Keep an issuer, or create the Secret by other means.',
      related: [{ at: ['ingress', 'tls'], message: 'the certificate is asked for here' }],
    };
  },
});
