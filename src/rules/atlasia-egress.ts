import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { localHost } from './local-host.ts';

/** A place that a pod connects to. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

/** Host and port of an http(s) URL; undefined when it is none, or a template. */
export function destinationOf(url: JsonValue | undefined): Destination | undefined {
  if (typeof url !== 'string') return undefined;
  const match = /^(https?):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#{}]+)(?::(\d+))?(?:[/?#]|$)/i.exec(url);
  if (match === null) return undefined;
  const [, scheme = '', host = '', port] = match;
  return { host, port: port === undefined ? (/^https$/i.test(scheme) ? 443 : 80) : Number(port) };
}

/**
 * Whether some rule of a NetworkPolicy surely or possibly lets TCP traffic to the destination out. Selectors are taken to
 * match inside the cluster; outside it only an ipBlock or a rule without `to` does (Kubernetes, Network Policies).
 */
export function letsOut(rules: JsonValue | undefined, { host, port }: Destination): boolean {
  if (!Array.isArray(rules)) return false;
  return rules.some((rule) => {
    if (!isJsonObject(rule)) return true;
    return opensPort(rule.ports, port) && (localHost(host) || reachesOutside(rule.to));
  });
}

function reachesOutside(peers: JsonValue | undefined): boolean {
  if (!Array.isArray(peers) || peers.length === 0) return true;
  return peers.some((peer) => !isJsonObject(peer) || peer.ipBlock !== undefined);
}

/** Whether the ports of a rule include the port; a port by name may be any. */
export function opensPort(
  ports: JsonValue | undefined,
  wanted: number,
  spoken: 'TCP' | 'UDP' = 'TCP',
): boolean {
  if (!Array.isArray(ports) || ports.length === 0) return true;
  return ports.some((entry) => {
    if (!isJsonObject(entry)) return true;
    const { protocol = 'TCP', port, endPort } = entry;
    if (protocol !== spoken) return false;
    if (typeof port !== 'number') return true;
    return port === wanted || (typeof endPort === 'number' && port <= wanted && wanted <= endPort);
  });
}
