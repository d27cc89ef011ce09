import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { editedPath } from '../written.ts';

const INGRESS = ['network', 'ingress'];
const NODEPORT = ['network', 'exposeNodeport'];

export const rule = defineRule({
  id: 'colonyos/no-external-access',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The server has neither an Ingress nor a node port, or has both.',
    why: 'With both off nothing outside the cluster reaches the API: no client, and no executor on another site. With both on there are two ways in, of which the node port has no certificate; the chart means one as the alternative to the other.',
    source: 'Network Settings in the ColonyOS chart README; colonies-ingress.yaml and colonies-service.yaml.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'network:\n  ingress: false\n' },
      {
        chart: 'colonyos',
        values: 'network:\n  exposeNodeport: true\n  hostname: colonies.corp.net\n',
      },
    ],
    good: [
      { chart: 'colonyos', values: 'network:\n  ingress: false\n  exposeNodeport: true\n' },
      { chart: 'colonyos', values: 'network:\n  hostname: colonies.corp.net\n' },
    ],
  },
  *check(release) {
    const { network } = chartValues<ColonyosValues>(release);
    const { ingress, exposeNodeport } = network ?? {};
    if (ingress === false && exposeNodeport === false) {
      const at = editedPath(release, [INGRESS, NODEPORT]);
      yield {
        at,
        problem: 'network.ingress and network.exposeNodeport are both false',
        why: 'Nothing outside the cluster reaches the API.',
        help: 'Turn one of them on, unless all clients and executors run inside the cluster.',
        related: [{ at: at === INGRESS ? NODEPORT : INGRESS, message: 'the other way in is off too' }],
      };
    } else if (ingress === true && exposeNodeport === true) {
      yield {
        at: NODEPORT,
        severity: 'info',
        problem: 'network.exposeNodeport is true besides the Ingress',
        why: 'Every node serves the API over plain HTTP as well.',
        help: 'Turn it off, or set network.ingress to false if the node port is the way in.',
        related: [{ at: INGRESS, message: 'the Ingress is on' }],
      };
    }
  },
});
