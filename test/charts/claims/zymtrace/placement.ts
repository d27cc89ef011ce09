import type { Row } from '../claim.ts';

const toleration = (more: object) => [
  { key: 'dedicated', operator: 'Equal', value: 'zymtrace', effect: 'NoSchedule', ...more },
];
const ALL = ['services.common', 'clickhouse', 'postgres', 'storage'];
/** The same toleration everywhere but at one place. */
const elsewhere = (place: string, value: unknown) =>
  Object.fromEntries(ALL.filter((one) => one !== place).map((one) => [`${one}.tolerations`, value]));
const placed = (place: string, value: unknown) => ({ beside: elsewhere(place, value) });
const LATER = toleration({ effect: 'NoExecute', tolerationSeconds: 3600 });

/** Node Placement. */
export const placement: readonly Row[] = [
  [
    'node selectors are maps of strings',
    'services.common.nodeSelector',
    { ssd: true },
    { ssd: 'true' },
    'annotation-not-string',
    { at: '/services/common/nodeSelector/ssd' },
  ],
  [
    'node selectors are for databases as well',
    'clickhouse.nodeSelector',
    ['ssd'],
    { disk: 'ssd' },
    'schema/type',
  ],
  [
    'label keys have a grammar',
    'services.common.nodeSelector',
    { 'disk type': 'ssd' },
    { 'disk-type': 'ssd' },
    'schema/property-names',
    { at: '/services/common/nodeSelector/disk type' },
  ],
  [
    'nodes are told by kubernetes.io/arch',
    'services.common.nodeSelector',
    { 'kubernetes.io/arch': 'x86_64' },
    { 'kubernetes.io/arch': 'amd64' },
    'node-selector-unknown-value',
    { at: '/services/common/nodeSelector/kubernetes.io~1arch' },
  ],
  ['tolerations are a list', 'services.common.tolerations', { key: 'a' }, [], 'schema/type'],
  [
    'operators of tolerations are Equal and Exists',
    'services.common.tolerations',
    toleration({ operator: 'Equals' }),
    toleration({}),
    'toleration-invalid',
    { at: '/services/common/tolerations/0/operator', ...placed('services.common', toleration({})) },
  ],
  [
    'Exists has no value',
    'services.common.tolerations',
    toleration({ operator: 'Exists' }),
    toleration({}),
    'toleration-invalid',
    { at: '/services/common/tolerations/0/value', ...placed('services.common', toleration({})) },
  ],
  [
    'effects of tolerations are three',
    'postgres.tolerations',
    toleration({ effect: 'NoScedule' }),
    toleration({}),
    'toleration-invalid',
    { at: '/postgres/tolerations/0/effect', ...placed('postgres', toleration({})) },
  ],
  [
    'seconds of tolerations go with NoExecute',
    'services.common.tolerations',
    toleration({ tolerationSeconds: 3600 }),
    LATER,
    'toleration-invalid',
    { at: '/services/common/tolerations/0/tolerationSeconds', ...placed('services.common', LATER) },
  ],
  ...ALL.slice(1).map(
    (place): Row => [
      `tolerations are needed for services and ${place}`,
      `${place}.tolerations`,
      [],
      toleration({}),
      'zymtrace/tolerations-incomplete',
      { at: '/services/common/tolerations', ...placed(place, toleration({})) },
    ],
  ),
  [
    'tolerations of databases alone leave the jobs pending',
    'services.common.tolerations',
    [],
    toleration({}),
    'zymtrace/tolerations-incomplete',
    { at: '/clickhouse/tolerations', ...placed('services.common', toleration({})) },
  ],
];
