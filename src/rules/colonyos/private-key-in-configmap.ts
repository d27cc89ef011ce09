import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const PATH = ['colonies', 'serverPrivateKey'];

export const rule = defineRule({
  id: 'colonyos/private-key-in-configmap',
  chart: 'colonyos',
  severity: 'info',
  // The setting is mandatory: this is true of every release, and there is no other way to set it.
  recommended: false,
  docs: {
    summary: 'The private key of the server ends up in a ConfigMap and in the notes that Helm prints.',
    why: 'Whoever may read ConfigMaps in the namespace, run `helm get notes`, or see the output of the pipeline has the key of the server, and with it the right to create and remove colonies. The chart offers no Secret for it. Restrict who reads ConfigMaps, and keep the output of helm out of logs.',
    source: 'colonies-monitor-configmap.yaml and NOTES.txt of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'colonyos',
        values:
          'colonies:\n  serverPrivateKey: f718ba8c9d9b030b64ab381da5a483bdb600b951dd3c72cde7feaf6b384df95b\n',
      },
    ],
    good: [
      { chart: 'colonyos', values: 'colonies:\n  serverPrivateKey: ""\n' },
      { chart: 'colonyos', values: 'colonies:\n  replicas: 3\n' },
    ],
  },
  *check(release) {
    const key = chartValues<ColonyosValues>(release).colonies?.serverPrivateKey;
    if (typeof key !== 'string' || key === '') return;
    yield {
      at: PATH,
      problem: 'colonies.serverPrivateKey ends up in a ConfigMap and in what Helm prints',
      why: 'The chart has no Secret for it: it stands in the ConfigMap of the monitor and in the notes of the release.',
      help: 'Restrict who may read ConfigMaps in the namespace, and keep the output of helm out of logs.',
    };
  },
});
