import type { Row } from '../claim.ts';
import { CLOUD, CREDENTIALS, EXISTING } from './base.ts';

const ON = 'services.activateNetworkPolicies';

/** Network Security with NetworkPolicies; `clickhouse` is a ClickHouse that is there, as this state of the chart names it. */
export const networkPolicies = (clickhouse: string): readonly Row[] => [
  ['policies are switched by a boolean', ON, 'no', true, 'quoted-boolean'],
  ['policies are switched under services', 'activateNetworkPolicies', false, undefined, 'schema/unknown-key'],
  ['policies are on by default', 'services.activateNetworkPolices', false, undefined, 'schema/unknown-key'],
  ['clusters with Flannel turn them off', ON, true, false, 'network-policy-unenforced', { cni: 'flannel' }],
  ['Calico enforces them', ON, 'true', true, 'quoted-boolean', { cni: 'calico' }],
  [
    'databases outside have none',
    ON,
    true,
    undefined,
    'zymtrace/network-policy-noop',
    {
      beside: {
        ...EXISTING,
        'clickhouse.mode': 'use_existing',
        'clickhouse.use_existing.host': clickhouse,
        'clickhouse.use_existing.user': 'zym',
      },
      provided: CREDENTIALS,
    },
  ],
  ['the Cloud SQL proxy has one', ON, 'off', true, 'quoted-boolean', { beside: CLOUD }],
];
