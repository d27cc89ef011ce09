import type { ChartProfile } from '../model/chart-profile.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { ResourcesRole, WorkloadRole } from '../model/scheduling-roles.ts';
import { valuesMatching } from './match-annotations.ts';
import type { IsRead } from './unread-sections.ts';
import { nameOf, pathOf, type ValueMap } from './value-map.ts';
import { pointerPattern } from './value-source.ts';

/** Every block of requests and limits, by its shape. Of the blocks that workloads choose from, only the chosen are active. */
export function recognizeResources(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
  workloads: readonly WorkloadRole[],
  isRead: IsRead,
): ResourcesRole[] {
  const candidates = new Set<string>();
  for (const { annotation } of chart?.annotations ?? []) {
    for (const pointer of annotation.runs?.resources ?? []) {
      for (const { path } of valuesMatching(data, pointerPattern(pointer))) candidates.add(toPointer(path));
    }
  }
  const chosen = new Set<string>();
  for (const { resources, active } of workloads) {
    if (resources !== undefined && active) chosen.add(toPointer(resources.path));
  }
  return maps.flatMap((node) => {
    if (!isResources(node)) return [];
    const path = pathOf(node);
    const pointer = toPointer(path);
    const active = candidates.has(pointer) ? chosen.has(pointer) && isRead(path) : isRead(path);
    return [{ path, value: node.map, active }];
  });
}

function isResources(node: ValueMap): boolean {
  if (!/resources$/i.test(nameOf(node) ?? '')) return false;
  return [node.map.requests, node.map.limits].some(
    (amounts) => isJsonObject(amounts) && ['cpu', 'memory'].some((name) => Object.hasOwn(amounts, name)),
  );
}
