import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

/** The host name in the examples of the README, which belongs to the project. */
const SAMPLE = 'server.colonyos.io';

export const rule = defineRule({
  id: 'colonyos/sample-hostname',
  chart: 'colonyos',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The host name is that of the examples in the README.',
    why: 'The name belongs to the project: it leads to a server of others, and the certificate authority issues no certificate for it.',
    source: 'Examples in the ColonyOS chart README.',
  },
  examples: {
    bad: [{ chart: 'colonyos', values: 'network:\n  hostname: server.colonyos.io\n' }],
    good: [{ chart: 'colonyos', values: 'network:\n  hostname: server.corp.net\n' }],
  },
  *check(release) {
    const { network } = chartValues<ColonyosValues>(release);
    if (network?.ingress !== true || network.hostname !== SAMPLE) return;
    yield {
      at: ['network', 'hostname'],
      problem: `network.hostname is "${SAMPLE}", the name in the examples of the README`,
      why: 'It leads to a server of the ColonyOS project, and nobody issues you a certificate for it.',
      help: 'Write a DNS name of your own.',
    };
  },
});
