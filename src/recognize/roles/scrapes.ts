import { toPointer } from '../../model/json-pointer.ts';
import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { ScrapeRole } from '../../model/pod-roles.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { isComponentOff } from '../is-component-off.ts';
import { pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every interval at which Prometheus scrapes, with its timeout: annotated ones, then pairs in one map that is on. */
export function recognizeScrapes(view: ValuesView): ScrapeRole[] {
  const { data, index } = view;
  const found = new Map<string, ScrapeRole>();
  for (const { path, value, annotation } of view.annotated('scrape-interval')) {
    if (typeof value !== 'string' || annotation.scrapeTimeout === undefined) continue;
    if (isOff(data, path.slice(0, -1))) continue;
    const timeout = { path: undefined, value: annotation.scrapeTimeout };
    found.set(toPointer(path), { interval: { path, value }, timeout });
  }
  for (const node of index.holders(TIMEOUTS)) {
    const timeout = first(node, TIMEOUTS);
    const interval = first(node, INTERVALS);
    if (timeout === undefined || interval === undefined || isComponentOff(node)) continue;
    found.set(toPointer(interval.path), { interval, timeout });
  }
  return [...found.values()];
}

const TIMEOUTS = ['scrapeTimeout', 'scrape_timeout'];
const INTERVALS = ['scrapeInterval', 'scrape_interval', 'interval'];

/** Whether the map at the path, or one around it, has `enabled: false`. */
function isOff(data: JsonObject, path: ValuesPath): boolean {
  let current: JsonValue | undefined = data;
  for (const segment of [...path, 'enabled']) {
    if (valueAt(current, ['enabled']) === false) return true;
    current = valueAt(current, [segment]);
  }
  return false;
}

function first(
  node: ValueMap,
  keys: readonly string[],
): { path: ScrapeRole['interval']['path']; value: string } | undefined {
  for (const key of keys) {
    const value = node.map[key];
    if (typeof value === 'string' && value !== '') return { path: pathOf(node, key), value };
  }
  return undefined;
}
