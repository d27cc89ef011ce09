import type { ChartProfile } from '../../model/chart-profile.ts';
import { toPointer } from '../../model/json-pointer.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { ReplicasRole } from '../../model/roles.ts';
import { objectAt, type ValuesPath } from '../../model/values-path.ts';
import { type ConsensusSystem, consensusSystemNamed, mayNameSystem } from '../consensus-systems.ts';
import { isComponentOff } from '../is-component-off.ts';
import { pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

const COUNT_KEYS = ['replicas', 'replicaCount'];

/** Every number of pods: annotated ones, consensus systems by name, then `replicas` and `replicaCount` anywhere. */
export function recognizeReplicas(view: ValuesView): ReplicasRole[] {
  const { index, chart } = view;
  const found = new Map<string, ReplicasRole>();
  const add = (role: ReplicasRole): void => {
    const pointer = toPointer(role.path);
    if (!found.has(pointer)) found.set(pointer, role);
  };
  for (const { path, value, annotation } of view.annotated('replicas')) {
    const count = wholeNumber(value);
    if (count === undefined) continue;
    const workload = annotation.workload ?? nameFrom(path, chart);
    add({ path, count, workload, consensus: annotation.consensus, extraVoters: 0 });
  }
  const systems = index.mapsNamed(
    ({ key, lower }) => mayNameSystem(lower) && consensusSystemNamed(key) !== undefined,
  );
  for (const node of [index.maps[0]!, ...systems]) {
    const name = node.key === undefined ? chart?.name : node.key;
    const system = typeof name === 'string' ? consensusSystemNamed(name) : undefined;
    if (system !== undefined && !isComponentOff(node)) for (const role of voters(node, system)) add(role);
  }
  for (const node of index.holders(COUNT_KEYS)) {
    for (const key of COUNT_KEYS) {
      const count = wholeNumber(node.map[key]);
      if (count === undefined) continue;
      const path = pathOf(node, key);
      add({ path, count, workload: nameFrom(path, chart), consensus: undefined, extraVoters: 0 });
    }
  }
  return [...found.values()];
}

/** The counts of voting members of a consensus system whose settings are in the map. */
function voters(node: ValueMap, system: ConsensusSystem): ReplicasRole[] {
  if (!system.votes(node.map)) return [];
  const extraVoters = system.extraVoters(node.map);
  for (const section of system.sections) {
    const map = objectAt(node.map, section);
    for (const key of COUNT_KEYS) {
      const count = wholeNumber(map?.[key]);
      if (count === undefined) continue;
      const path = [...pathOf(node), ...section, key];
      return [{ path, count, workload: system.title, consensus: system.title, extraVoters }];
    }
  }
  return [];
}

function wholeNumber(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function nameFrom(path: ValuesPath, chart: ChartProfile | undefined): string {
  const owner = path.at(-2);
  return owner === undefined ? (chart?.title ?? 'this chart') : String(owner);
}
