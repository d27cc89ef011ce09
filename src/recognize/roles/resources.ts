import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ResourcesRole } from '../../model/scheduling-roles.ts';
import { valuesMatching } from '../match-annotations.ts';
import { pointerPattern } from '../value-source.ts';
import { pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every block of requests and limits, by its shape. Of the blocks that workloads choose from, only the chosen are active. */
export function recognizeResources({ data, index, chart, workloads, isRead }: ValuesView): ResourcesRole[] {
  const candidates = new Set<string>();
  for (const { annotation } of chart?.annotations ?? []) {
    if (annotation.role !== 'workload') continue;
    for (const pointer of annotation.runs?.resources ?? []) {
      for (const { path } of valuesMatching(data, pointerPattern(pointer))) candidates.add(toPointer(path));
    }
  }
  const chosen = new Set<string>();
  for (const { resources, active } of workloads) {
    if (candidates.size > 0 && resources !== undefined && active) chosen.add(toPointer(resources.path));
  }
  return index
    .mapsNamed(({ lower }) => lower.endsWith('resources'))
    .flatMap((node) => {
      if (!isResources(node)) return [];
      const path = pathOf(node);
      const pointer = candidates.size > 0 ? toPointer(path) : '';
      const isChosen = !candidates.has(pointer) || chosen.has(pointer);
      return [{ path, value: node.map, active: isChosen && isRead(path) }];
    });
}

function isResources(node: ValueMap): boolean {
  return hasAmount(node.map.requests) || hasAmount(node.map.limits);
}

function hasAmount(amounts: JsonValue | undefined): boolean {
  return isJsonObject(amounts) && (Object.hasOwn(amounts, 'cpu') || Object.hasOwn(amounts, 'memory'));
}
