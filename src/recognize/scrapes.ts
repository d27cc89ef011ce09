import type { ChartProfile } from '../model/chart-profile.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { ScrapeRole } from '../model/pod-roles.ts';
import { annotatedValues } from './match-annotations.ts';
import { isSwitchedOff } from './network-policies.ts';
import { pathOf, type ValueMap } from './value-map.ts';

/** Every interval at which Prometheus scrapes, with its timeout: annotated ones, then pairs in one map that is on. */
export function recognizeScrapes(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
): ScrapeRole[] {
  const found = new Map<string, ScrapeRole>();
  for (const { path, value, annotation } of annotatedValues(
    data,
    chart?.annotations ?? [],
    'scrape-interval',
  )) {
    if (typeof value !== 'string' || annotation.scrapeTimeout === undefined) continue;
    const timeout = { path: undefined, value: annotation.scrapeTimeout };
    found.set(toPointer(path), { interval: { path, value }, timeout });
  }
  const off = new Set<string>();
  for (const node of maps) {
    const timeout = first(node, ['scrapeTimeout', 'scrape_timeout']);
    const interval = first(node, ['scrapeInterval', 'scrape_interval', 'interval']);
    if (isSwitchedOff(node)) off.add(toPointer(pathOf(node)));
    if (timeout === undefined || interval === undefined || isSwitchedOff(node)) continue;
    found.set(toPointer(interval.path), { interval, timeout });
  }
  return [...found.values()].filter(({ interval }) => !off.has(toPointer(interval.path.slice(0, -1))));
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
