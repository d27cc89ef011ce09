import { toPointer } from '../../model/json-pointer.ts';
import type { EndpointRole } from '../../model/network-roles.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

const ADDRESS = ['address', 'addr', 'url', 'uri', 'endpoint', 'server'];
/** Services that are handed tokens, passwords or people's data. */
const SENSITIVE =
  /vault|llm|openai|otlp|database|postgres|mysql|mongo|redis|elastic|opensearch|oidc|oauth|keycloak|ldap/i;

/** Addresses of services to which plain HTTP gives something away: annotated ones, then by the names around them. */
export function recognizeEndpoints(view: ValuesView): EndpointRole[] {
  const { index, isRead } = view;
  const found = new Map<string, EndpointRole>();
  for (const { path, value } of view.annotated('endpoint')) {
    if (typeof value === 'string') found.set(toPointer(path), { path, url: value, active: isRead(path) });
  }
  for (const { node, key, value } of index.entries(({ lower }) =>
    ADDRESS.some((end) => lower.endsWith(end)),
  )) {
    if (typeof value !== 'string' || !/^https?:\/\//i.test(value)) continue;
    const path = pathOf(node, key);
    // The name itself or the map around it says what the service is.
    if (!SENSITIVE.test(path.slice(-2).join('.')) || found.has(toPointer(path))) continue;
    found.set(toPointer(path), { path, url: value, active: isRead(path) });
  }
  return [...found.values()];
}
