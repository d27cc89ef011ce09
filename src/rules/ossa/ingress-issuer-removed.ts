import { defineRule } from '../../model/rule.ts';
import { issuerRemoved } from '../issuer-removed.ts';

export const rule = defineRule({
  id: 'ossa/ingress-issuer-removed',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The issuer of the certificate is removed while the Ingress keeps its TLS entry.',
    why: 'Nobody makes the Secret that the entry names then. The Ingress answers with the certificate of the controller, which no browser trusts, until somebody creates the Secret by hand.',
    source: 'values.yaml of the OSSA chart (ingress.annotations, ingress.tls); cert-manager documentation.',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        values: 'ingress:\n  enabled: true\n  annotations:\n    cert-manager.io/cluster-issuer: null\n',
      },
    ],
    good: [
      { chart: 'ossa', values: 'ingress:\n  enabled: true\n' },
      {
        chart: 'ossa',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    cert-manager.io/cluster-issuer: null\n    cert-manager.io/issuer: corp\n',
      },
    ],
  },
  check: issuerRemoved,
});
