import { each, MEMORY, type Parameters, parameterClaims, SIZES } from '../parameters.ts';
import { BASE, BASE_WITH_BACKENDS } from './base.ts';

const PARTS = ['colonies', 'database', 'monitoring', 'prometheus'];
const COLONYOS: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...['network.ingress', 'network.exposeNodeport', 'monitoring.enabled', 'prometheus.enabled'],
        ...each(PARTS, ['resources.enabled']),
        ...each(
          ['colonies'],
          ['profiler', 'verbose', 'exclusiveAssign', 'allowExecutorReregister', 'retention'],
        ),
        'database.timescaledb',
      ],
      switch: each(PARTS, ['podDisruptionBudget.enabled']),
      count: ['colonies.replicas'],
      needed: [
        ...each(['colonies'], ['replicas', 'image', 'profilerPort', 'cronCheckerPeriod', 'retentionPolicy']),
        ...each(['database'], ['host', 'port', 'user', 'image', 'storage']),
        ...['monitoring.interval', 'monitoring.server'],
        ...each(['prometheus'], ['image', 'storage', 'scrapeInterval']),
      ],
      number: [
        ...each(
          ['database.connectionPool'],
          ['maxOpenConns', 'maxIdleConns', 'connMaxLifetime', 'connMaxIdleTime'],
        ),
        'monitoring.interval',
      ],
      pullPolicy: each(['colonies', 'database', 'prometheus'], ['imagePullPolicy']),
      volume: ['database.storage', 'prometheus.storage'],
      unknown: [
        ...['hostname', 'replicas', 'storageClass', 'timeZone', 'network.hostName', 'network.nodePort'],
        ...each(['colonies'], ['serverId', 'serverPrivatekey', 'replicaCount', 'pullPolicy']),
        ...each(['database'], ['replicas', 'maxOpenConns', 'pool', 'storageClassName']),
      ],
      section: [
        ...['network', ...PARTS, 'database.connectionPool', 'colonies.updateStrategy'],
        ...each(PARTS, ['resources', 'podDisruptionBudget']),
      ],
    },
  },
  ...PARTS.map(
    (part): Parameters => ({
      beside: { [`${part}.resources.enabled`]: true },
      kinds: {
        cpu: each([`${part}.resources`], SIZES),
        memory: each([`${part}.resources`], MEMORY),
        section: each([`${part}.resources`], ['requests', 'limits']),
      },
    }),
  ),
];

/** What the settings reference of ColonyOS claims. */
export const parameters = [
  ...parameterClaims('colonyos@0.0.4', COLONYOS, BASE_WITH_BACKENDS),
  ...parameterClaims('colonyos@0.0.4+2026-02-16', COLONYOS, BASE),
];
