import { defineRule } from '../../model/rule.ts';

/** Members that must agree: more than half. */
const majorityOf = (members: number): number => Math.floor(members / 2) + 1;

export const rule = defineRule({
  id: 'even-consensus-replicas',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A workload whose members vote has an even number of them.',
    why: 'A decision needs a majority. With an even number the majority grows by one and the number of failures it survives does not: two members survive none, as one does, and four survive one, as three do.',
    source:
      'etcd FAQ "Why an odd number of cluster members?"; Raft, section 5.1; high availability table of the ColonyOS chart README.',
  },
  examples: {
    bad: [
      { values: 'colonies:\n  replicas: 2\n', chart: 'colonyos' },
      { values: 'etcd:\n  replicaCount: 4\n' },
    ],
    good: [
      { values: 'colonies:\n  replicas: 3\n', chart: 'colonyos' },
      { values: 'colonies:\n  replicas: 1\n', chart: 'colonyos' },
      { values: 'web:\n  replicaCount: 2\n' },
      { values: 'mongodb:\n  replicaCount: 2\n  arbiter:\n    enabled: true\n' },
    ],
  },
  *check(release) {
    for (const { path, count, workload, consensus, extraVoters } of release.roles.replicas) {
      const voters = count + extraVoters;
      if (consensus === undefined || voters < 2 || voters % 2 === 1) continue;
      const survived = voters - majorityOf(voters);
      const fewer = voters - 1;
      const more = voters + 1;
      const who = workload === consensus ? workload : `${workload} (${consensus})`;
      const members = extraVoters > 0 ? `${count} replicas and ${extraVoters} arbiter` : `${count} replicas`;
      yield {
        at: path,
        problem: `${members} of ${who} survive ${failures(survived)}, the same as ${fewer}`,
        why: `A majority of ${voters} is ${majorityOf(voters)}, and of ${fewer} it is ${majorityOf(fewer)}: the extra member only adds one that can fail.`,
        help: `Use ${more - extraVoters} (majority ${majorityOf(more)}, survives ${failures(more - majorityOf(more))}) or ${fewer - extraVoters}.`,
        fix: {
          title: `Run ${more - extraVoters} replicas`,
          safe: false,
          replace: [{ at: path, text: String(more - extraVoters) }],
        },
      };
    }
  },
});

function failures(count: number): string {
  if (count === 0) return 'no failure';
  return count === 1 ? '1 failure' : `${count} failures`;
}
