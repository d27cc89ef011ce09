import { formatPath } from '../model/format-path.ts';
import type { WorkloadRole } from '../model/scheduling-roles.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { listWords } from './list-words.ts';

/** Workloads for which the same values are wrong: one mistake, one finding. */
export interface WorkloadGroup {
  readonly workload: WorkloadRole;
  /** For messages: `the web service and the user interface`. */
  readonly names: string;
}

/** Groups workloads by the values that a finding about them would name. */
export function groupWorkloads(
  workloads: readonly WorkloadRole[],
  pathsOf: (workload: WorkloadRole) => readonly (ValuesPath | undefined)[],
): WorkloadGroup[] {
  const groups = new Map<string, [WorkloadRole, ...WorkloadRole[]]>();
  for (const workload of workloads) {
    const key = pathsOf(workload)
      .map((path) => (path === undefined ? '' : formatPath(path)))
      .join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [workload]);
    else group.push(workload);
  }
  return [...groups.values()].map((group) => ({
    workload: group[0],
    names: listWords(
      group.map(({ name }) => name),
      'and',
      2,
    ),
  }));
}
