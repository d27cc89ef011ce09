import { toPointer } from '../../model/json-pointer.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { CorsRole } from '../../model/network-roles.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { nameOf, pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Names without dashes, dots and underscores, lower case. `origins` and the like count inside a map about CORS. */
const ALONE = /^cors(?:allow(?:ed)?)?origins?$/;
const INSIDE = /^(?:allow(?:ed)?)?origins?$/;

/** Every list of origins that browsers may call from: annotated ones, then `corsOrigins`, `cors.allowedOrigins` … */
export function recognizeCors(view: ValuesView): CorsRole[] {
  const { index, isRead } = view;
  const found = new Map<string, CorsRole>();
  for (const { path, value, annotation } of view.annotated('cors-origins')) {
    const role = corsOf(value, path, true, annotation.sameHost === true);
    if (role !== undefined) found.set(toPointer(path), role);
  }
  for (const { node, key, value } of index.entries(({ lower }) => lower.includes('origin'))) {
    const name = key.toLowerCase().replaceAll(/[-_.]/g, '');
    if (!ALONE.test(name) && !(INSIDE.test(name) && /cors/i.test(nameOf(node) ?? ''))) continue;
    const path = pathOf(node, key);
    const role = isRead(path) ? corsOf(value, path, false, false) : undefined;
    if (role !== undefined && !found.has(toPointer(path))) found.set(toPointer(path), role);
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
