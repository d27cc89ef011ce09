import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { ConnectionPoolRole } from '../../model/roles.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** `maxIdleConns`, `max_idle_connections`, `db-max-idle` …: an optional prefix, max, idle or open, an optional noun. */
const LIMIT = /^(.*)max(idle|open)(?:conns?|connections?)?$/;

/** Every pair of limits for open and idle connections that sits in one map, in any common spelling. */
export function recognizePools({ index }: ValuesView): ConnectionPoolRole[] {
  const pools: ConnectionPoolRole[] = [];
  // Few maps have a key of the kind, and only those need a closer look.
  const candidates = new Set(index.entries(({ lower }) => lower.includes('open')).map(({ node }) => node));
  for (const node of candidates) {
    const open = limits(node.map, 'open');
    if (open.size === 0) continue;
    for (const [prefix, idle] of limits(node.map, 'idle')) {
      const partner = open.get(prefix);
      if (partner === undefined) continue;
      pools.push({
        path: pathOf(node),
        open: { path: pathOf(node, partner.key), value: partner.value },
        idle: { path: pathOf(node, idle.key), value: idle.value },
      });
    }
  }
  return pools;
}

function limits(map: JsonObject, kind: 'open' | 'idle'): Map<string, { key: string; value: number }> {
  const found = new Map<string, { key: string; value: number }>();
  for (const key of Object.keys(map)) {
    const match = LIMIT.exec(key.toLowerCase().replaceAll(/[-_.]/g, ''));
    const value = count(map[key]);
    if (match !== null && match[2] === kind && value !== undefined) found.set(match[1]!, { key, value });
  }
  return found;
}

/** Charts pass limits as numbers or as digit strings. */
function count(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
