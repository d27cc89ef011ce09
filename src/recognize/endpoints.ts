import type { ChartProfile } from '../model/chart-profile.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { EndpointRole } from '../model/network-roles.ts';
import { annotatedValues } from './match-annotations.ts';
import type { IsRead } from './unread-sections.ts';
import { pathOf, type ValueMap } from './value-map.ts';

const ADDRESS = /(?:address|addr|url|uri|endpoint|server)$/i;
/** Services that are handed tokens, passwords or people's data. */
const SENSITIVE =
  /vault|llm|openai|otlp|database|postgres|mysql|mongo|redis|elastic|opensearch|oidc|oauth|keycloak|ldap/i;

/** Addresses of services to which plain HTTP gives something away: annotated ones, then by the names around them. */
export function recognizeEndpoints(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
  isRead: IsRead,
): EndpointRole[] {
  const found = new Map<string, EndpointRole>();
  for (const { path, value } of annotatedValues(data, chart?.annotations ?? [], 'endpoint')) {
    if (typeof value === 'string') found.set(toPointer(path), { path, url: value, active: isRead(path) });
  }
  for (const node of maps) {
    for (const [key, value] of Object.entries(node.map)) {
      if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !ADDRESS.test(key)) continue;
      const path = pathOf(node, key);
      // The name itself or the map around it says what the service is.
      if (!SENSITIVE.test(path.slice(-2).join('.')) || found.has(toPointer(path))) continue;
      found.set(toPointer(path), { path, url: value, active: isRead(path) });
    }
  }
  return [...found.values()];
}
