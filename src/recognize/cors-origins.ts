import type { ChartProfile } from '../model/chart-profile.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { CorsRole } from '../model/network-roles.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { annotatedValues } from './match-annotations.ts';
import type { IsRead } from './unread-sections.ts';
import { nameOf, pathOf, type ValueMap } from './value-map.ts';

/** Names without dashes, dots and underscores, lower case. `origins` and the like count inside a map about CORS. */
const ALONE = /^cors(?:allow(?:ed)?)?origins?$/;
const INSIDE = /^(?:allow(?:ed)?)?origins?$/;

/** Every list of origins that browsers may call from: annotated ones, then `corsOrigins`, `cors.allowedOrigins` … */
export function recognizeCors(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
  isRead: IsRead,
): CorsRole[] {
  const found = new Map<string, CorsRole>();
  for (const { path, value, annotation } of annotatedValues(data, chart?.annotations ?? [], 'cors-origins')) {
    const role = corsOf(value, path, true, annotation.sameHost === true);
    if (role !== undefined) found.set(toPointer(path), role);
  }
  for (const node of maps) {
    const inside = /cors/i.test(nameOf(node) ?? '');
    for (const [key, value] of Object.entries(node.map)) {
      const name = key.toLowerCase().replaceAll(/[-_.]/g, '');
      if (!ALONE.test(name) && !(inside && INSIDE.test(name))) continue;
      const path = pathOf(node, key);
      const role = isRead(path) ? corsOf(value, path, false, false) : undefined;
      if (role !== undefined && !found.has(toPointer(path))) found.set(toPointer(path), role);
    }
  }
  return [...found.values()];
}

function corsOf(
  value: JsonValue,
  path: ValuesPath,
  certain: boolean,
  sameHost: boolean,
): CorsRole | undefined {
  if (typeof value === 'string') {
    const origins = value
      .split(',')
      .map((origin) => ({ path, value: origin.trim() }))
      .filter((origin) => origin.value !== '');
    return { path, certain, shape: 'text', origins, sameHost };
  }
  if (!Array.isArray(value)) return undefined;
  const origins = value.flatMap((origin, i) =>
    typeof origin === 'string' ? [{ path: [...path, i], value: origin }] : [],
  );
  return { path, certain, shape: 'list', origins, sameHost };
}
