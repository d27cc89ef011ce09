import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { type Destination, destinationOf, letsOut, opensPort } from '../atlasia-egress.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';
import { listWords } from '../list-words.ts';
import { localHost } from '../local-host.ts';
import { isUnenforcing } from '../network-plugins.ts';
import { editedPath } from '../written.ts';

const EGRESS = ['networkPolicy', 'egress'];
/** Of the Service of the bundled database. */
const DATABASE_PORT = ['postgresql', 'primary', 'service', 'ports', 'postgresql'];

export const rule = defineRule({
  id: 'atlasia/netpol-egress',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'The network policy blocks the orchestrator from Vault, the trace collector, the database or the model API.',
    why: 'Whatever networkPolicy.egress does not name is dropped, and the connection times out without a message. The default opens the bundled PostgreSQL, DNS and port 443 inside the cluster: not Vault on 8200, not the collector on 4317, and nothing on the internet, where namespaceSelector and podSelector never match and only an ipBlock does. Where a selector might match, nothing is reported.',
    source:
      'networkpolicy.yaml and values.yaml of the chart; Kubernetes documentation, Network Policies, "Behavior of to and from selectors".',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values: 'vault:\n  address: http://vault.vault.svc:8200\n',
      },
      {
        chart: 'atlasia',
        values:
          'networkPolicy:\n  egress:\n    - to: []\n      ports:\n        - port: 53\n          protocol: UDP\n        - port: 443\n        - port: 8200\n        - port: 4317\n',
      },
      {
        chart: 'atlasia',
        values:
          'networkPolicy:\n  egress:\n    - to:\n        - namespaceSelector: {}\nconfig:\n  llm:\n    endpoint: https://api.openai.com/v1\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'networkPolicy:\n  enabled: false\n' },
      {
        chart: 'atlasia',
        values:
          'networkPolicy:\n  egress:\n    - to:\n        - namespaceSelector: {}\n    - to:\n        - ipBlock:\n            cidr: 0.0.0.0/0\n      ports:\n        - protocol: TCP\n          port: 443\n',
      },
      { chart: 'atlasia', values: 'networkPolicy:\n  policyTypes:\n    - Ingress\n' },
    ],
  },
  *check(release) {
    const { networkPolicy } = chartValues<AtlasiaValues>(release);
    const cni = release.context.cluster.cni;
    if (networkPolicy?.enabled !== true || isUnenforcing(cni)) return;
    if (!networkPolicy.policyTypes?.includes('Egress')) return;
    const rules = valueAt(release.values.data, EGRESS);
    if (!resolvesNames(rules)) {
      yield {
        at: EGRESS,
        part: 'key',
        problem: 'networkPolicy.egress keeps all pods from DNS',
        why: 'No name is resolved, so nothing is reached, not even what the other rules let through.',
        help: 'Add a rule with port 53, UDP and TCP.',
      };
      return;
    }
    const blocked = destinations(release).filter(({ to }) => !letsOut(rules, to));
    if (blocked.length === 0) return;
    const at = editedPath(release, [EGRESS, ...blocked.map(({ path }) => path)]);
    const names = blocked.map(({ path, to }) => `${formatPath(path)} (${whereTo(to)})`);
    const outside = blocked.some(({ to }) => !localHost(to.host));
    yield {
      at,
      part: at === EGRESS ? 'key' : 'value',
      problem: `networkPolicy.egress keeps the orchestrator from ${listWords(names, 'and', 1)}`,
      why: names.length > 1 ? `Connections to ${listWords(names)} time out.` : 'The connection times out.',
      help: `Add a rule with the port${names.length > 1 ? ' for each' : ''}${outside ? ', with an ipBlock for what is outside the cluster' : ''}.`,
      related: blocked
        .filter(({ path }) => path !== at)
        .map(({ path, to }) => ({ at: path, message: `leads to ${to.host}, port ${to.port}` })),
    };
  },
});

/** Whether some rule lets queries of DNS out, which go to port 53 over UDP. */
function resolvesNames(rules: JsonValue | undefined): boolean {
  return (
    !Array.isArray(rules) || rules.some((rule) => !isJsonObject(rule) || opensPort(rule.ports, 53, 'UDP'))
  );
}

function whereTo({ host, port }: Destination): string {
  return localHost(host) ? `port ${port}` : `port ${port} outside the cluster`;
}

/** What the orchestrator connects to, as far as the values tell. */
function destinations(release: Release): { path: ValuesPath; to: Destination }[] {
  const { vault, config, postgresql, secrets } = chartValues<AtlasiaValues>(release);
  const llm = ['config', 'llm'];
  const urls = [
    ...(vault?.enabled === true ? [{ path: ['vault', 'address'], url: vault.address }] : []),
    { path: ['config', 'tracing', 'otlpEndpoint'], url: config?.tracing?.otlpEndpoint },
    { path: [...llm, 'endpoint'], url: config?.llm?.endpoint },
    ...(isEmptySetting(secrets?.llmFallbackApiKey)
      ? []
      : [{ path: [...llm, 'fallbackEndpoint'], url: config?.llm?.fallbackEndpoint }]),
  ];
  const found = urls.flatMap(({ path, url }) => {
    const to = destinationOf(url);
    return to === undefined ? [] : [{ path, to }];
  });
  if (postgresql?.enabled === true) {
    const port = Number(valueAt(release.values.data, DATABASE_PORT) ?? 5432);
    if (port > 0) found.push({ path: ['postgresql'], to: { host: 'atlasia-postgresql', port } });
  }
  const host = postgresql?.enabled === false ? postgresql.externalHost : undefined;
  if (typeof host === 'string' && host !== '' && !host.includes('{')) {
    const port = Number(postgresql?.externalPort ?? 5432);
    if (port > 0) found.push({ path: ['postgresql', 'externalHost'], to: { host, port } });
  }
  return found;
}
