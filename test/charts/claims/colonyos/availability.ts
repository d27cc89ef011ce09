import type { Row } from '../claim.ts';
import { PRODUCTION } from './base.ts';

const BUDGET = { beside: { 'colonies.podDisruptionBudget.enabled': true } };
const budgetOf = (part: string) => ({ beside: { [`${part}.podDisruptionBudget.enabled`]: true } });
const WHOLE = ['database', 'monitoring', 'prometheus'];

/** High-Availability, disruption budgets and updates. */
export const availability: readonly Row[] = [
  ['numbers of servers are odd', 'colonies.replicas', 4, 5, 'even-consensus-replicas'],
  ['two servers survive nothing', 'colonies.replicas', 2, 3, 'even-consensus-replicas'],
  ['there is a server', 'colonies.replicas', 0, 3, 'schema/minimum'],
  ['servers are counted', 'colonies.replicas', 'three', 3, 'schema/type'],
  ['one server fails with its node', 'colonies.replicas', 1, 3, 'colonyos/single-replica', PRODUCTION],
  [
    'budgets leave the majority',
    'colonies.podDisruptionBudget.minAvailable',
    1,
    2,
    'colonyos/pdb-below-quorum',
    BUDGET,
  ],
  [
    'budgets let somebody go',
    'colonies.podDisruptionBudget.minAvailable',
    3,
    2,
    'pdb-blocks-eviction',
    BUDGET,
  ],
  [
    'budgets work when they are on',
    'colonies.podDisruptionBudget.minAvailable',
    2,
    undefined,
    'inactive-section',
  ],
  ...WHOLE.map(
    (part): Row => [
      `a budget of 1 keeps the only pod of ${part} where it is`,
      `${part}.podDisruptionBudget.minAvailable`,
      1,
      0,
      'pdb-blocks-eviction',
      budgetOf(part),
    ],
  ),
  ['strategies of the server are two', 'colonies.updateStrategy.type', 'Recreate', 'OnDelete', 'schema/enum'],
  [
    'strategies of the database are two',
    'database.updateStrategy.type',
    'Rolling',
    'RollingUpdate',
    'schema/enum',
  ],
];
