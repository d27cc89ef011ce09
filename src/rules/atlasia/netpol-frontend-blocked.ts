import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { opensPort } from '../atlasia-egress.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { isUnenforcing } from '../network-plugins.ts';
import { editedPath } from '../written.ts';

const INGRESS = ['networkPolicy', 'ingress'];
const MONITOR = ['monitoring', 'serviceMonitor', 'enabled'];
const COMPONENTS = ['orchestrator', 'frontend'] as const;

export const rule = defineRule({
  id: 'atlasia/netpol-frontend-blocked',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'The network policy keeps the port of a component closed, or Prometheus or the frontend from the orchestrator.',
    why: 'networkPolicy.ingress holds the rules of both components. A port that no rule names is closed to everybody, also to the ingress controller. The default lets in namespaces called ingress-nginx and nobody else: Prometheus cannot scrape when the ServiceMonitor is on, and the frontend cannot call the orchestrator, which matters when the Ingress leads to the frontend only.',
    source:
      'networkpolicy.yaml and values.yaml of the chart; Network Policies in the Atlasia README; Kubernetes documentation, Network Policies.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'monitoring:\n  serviceMonitor:\n    enabled: true\n' },
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  port: 9000\n  service:\n    targetPort: 9000\n',
      },
      {
        chart: 'atlasia',
        values:
          'ingress:\n  hosts:\n    - host: atlasia.brightloom.io\n      paths:\n        - path: /\n          pathType: Prefix\n          backend: frontend\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'monitoring:\n  serviceMonitor:\n    enabled: true\nnetworkPolicy:\n  ingress:\n    - from:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: ingress-nginx\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: monitoring\n',
      },
      { chart: 'atlasia', values: 'monitoring:\n  serviceMonitor:\n    enabled: false\n' },
      {
        chart: 'atlasia',
        values: 'networkPolicy:\n  enabled: false\nmonitoring:\n  serviceMonitor:\n    enabled: true\n',
      },
    ],
  },
  *check(release) {
    const values = chartValues<AtlasiaValues>(release);
    const { networkPolicy, monitoring, ingress } = values;
    const cni = release.context.cluster.cni;
    if (networkPolicy?.enabled !== true || isUnenforcing(cni)) return;
    if (!networkPolicy.policyTypes?.includes('Ingress')) return;
    const list = valueAt(release.values.data, INGRESS);
    const rules = Array.isArray(list) ? list : [];
    for (const component of COMPONENTS) {
      const port = values[component]?.port;
      if (typeof port !== 'number' || rules.some((one) => opensPort(portsOf(one), port))) continue;
      const path = [component, 'port'];
      const at = editedPath(release, [INGRESS, path]);
      yield {
        at,
        part: at === INGRESS ? 'key' : 'value',
        problem: `${component}.port is ${port}, and no rule of networkPolicy.ingress opens it`,
        why: `Nobody reaches the ${component}, not even the ingress controller.`,
        help: 'Add the port to the rules.',
        related: [
          at === INGRESS
            ? { at: path, message: `the ${component} listens here` }
            : { at: INGRESS, message: 'these rules' },
        ],
      };
    }
    const port = values.orchestrator?.port;
    const relevant = rules.filter((one) => typeof port !== 'number' || opensPort(portsOf(one), port));
    const admitted = new Set(relevant.flatMap(peersOf));
    if (admitted.size === 0 || admitted.has('others')) return;
    const scraped = monitoring?.enabled === true && monitoring.serviceMonitor?.enabled === true;
    const hosts = ingress?.enabled === true && Array.isArray(ingress.hosts) ? ingress.hosts : [];
    const paths = hosts.flatMap((host) => (Array.isArray(host?.paths) ? host.paths : []));
    const proxied = paths.length > 0 && paths.every((path) => path?.backend === 'frontend');
    const isFrontendOut = proxied && !admitted.has('the frontend');
    const shutOut = [...(scraped ? ['Prometheus'] : []), ...(isFrontendOut ? ['the frontend'] : [])];
    if (shutOut.length === 0) return;
    const at = editedPath(release, [INGRESS, ...(scraped ? [MONITOR] : []), ['ingress', 'hosts']]);
    yield {
      at,
      part: at === MONITOR ? 'value' : 'key',
      problem: `networkPolicy.ingress lets only ${listWords([...admitted])} in`,
      why: `${listWords(shutOut)} cannot reach the orchestrator${scraped ? ' and its metrics stay empty' : ''}.`,
      help: `Add a rule ${scraped ? 'with a namespaceSelector for Prometheus' : ''}${scraped && isFrontendOut ? ' and one ' : ''}${isFrontendOut ? 'with a podSelector for the frontend' : ''}.`,
    };
  },
});

function portsOf(one: JsonValue): JsonValue | undefined {
  return isJsonObject(one) ? one.ports : undefined;
}

type Peer = 'the ingress controller' | 'the frontend' | 'others';

/** Whom the rule lets in, by the labels of its peers. */
function peersOf(one: JsonValue): readonly Peer[] {
  const peers = isJsonObject(one) ? one.from : undefined;
  if (!Array.isArray(peers) || peers.length === 0) return ['others'];
  return peers.map((peer) => {
    const namespace = valueAt(peer, ['namespaceSelector', 'matchLabels']);
    const names = isJsonObject(namespace) ? Object.values(namespace) : [];
    if (names.length > 0 && names.every((name) => /ingress|nginx|traefik|haproxy/i.test(String(name))))
      return 'the ingress controller';
    const component = valueAt(peer, ['podSelector', 'matchLabels', 'app.kubernetes.io/component']);
    return component === 'frontend' && valueAt(peer, ['namespaceSelector']) === undefined
      ? 'the frontend'
      : 'others';
  });
}
