import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, PRODUCTION } from './base.ts';

const metric = (averageValue: unknown) => [
  {
    type: 'Pods',
    pods: { metric: { name: 'ai_tasks_queue_depth' }, target: { type: 'AverageValue', averageValue } },
  },
];
const FIXED = { 'orchestrator.autoscaling.enabled': false };

/** What the README says of the pods: images, numbers, places. */
export const pods = claimsOf(
  'atlasia',
  [
    ...brokenBy('tags of images are versions', 'image.orchestrator.tag', '0.2.0', [
      ['latest', 'mutable-image-tag'],
      ['staging-latest', 'mutable-image-tag'],
      [0.2, 'schema/type'],
      ['0.2.0 rc', 'schema/pattern'],
    ]),
    ['tags of images are versions', 'image.frontend.tag', 'latest', '0.2.0', 'mutable-image-tag'],
    ['pull policies are three', 'image.frontend.pullPolicy', 'always', 'Always', 'schema/enum'],
    [
      'repositories have no tag',
      'image.orchestrator.repository',
      'atlasia/ai:1',
      'atlasia/ai',
      'schema/pattern',
    ],
    ['tags are below their component', 'image.tag', '0.2.0', undefined, 'schema/unknown-key'],
    [
      'tags are below their component',
      'orchestrator.image',
      { tag: '0.2.0' },
      undefined,
      'schema/unknown-key',
    ],
    ...brokenBy(
      'pull secrets are objects with a name',
      'imagePullSecrets',
      [{ name: 'corp' }],
      [[['corp'], 'image-pull-secrets-shape', '/0']],
    ),
    ...brokenBy('names are written in fixed places', 'fullnameOverride', undefined, [
      ['atl', 'atlasia/hardcoded-config-name'],
      ['atl', 'atlasia/postgres-secret-name'],
      ['Atl_1', 'dns-name-invalid'],
    ]),
    ['names are written in fixed places', 'nameOverride', 'atl', undefined, 'name-override-hardcoded'],
    ['accounts have the name of an object', 'serviceAccount.name', 'Atl As', 'atl', 'dns-name-invalid'],
    ['accounts are made by a boolean', 'serviceAccount.create', 'false', true, 'quoted-boolean'],
    ...brokenBy('pods tell Prometheus where to ask', 'podAnnotations', { 'prometheus.io/port': '8080' }, [
      [{ 'prometheus.io/port': '9090' }, 'port-chain-mismatch', '/prometheus.io~1port'],
      [{ 'prometheus.io/port': 8080 }, 'annotation-not-string', '/prometheus.io~1port'],
      [{ 'prometheus.io/scrape': true }, 'annotation-not-string', '/prometheus.io~1scrape'],
      [{ 'prometheus.io/path': '/metrics' }, 'atlasia/metrics-path', '/prometheus.io~1path'],
    ]),
    [
      'two orchestrators are too few for production',
      'orchestrator.autoscaling.minReplicas',
      2,
      3,
      'production-replica-floor',
      PRODUCTION,
    ],
    [
      'two orchestrators are too few for production',
      'replicaCount.orchestrator',
      2,
      3,
      'production-replica-floor',
      { ...PRODUCTION, beside: { ...PRODUCTION.beside, ...FIXED } },
    ],
    [
      'one frontend is too few for production',
      'replicaCount.frontend',
      1,
      2,
      'production-replica-floor',
      PRODUCTION,
    ],
    ['one frontend cannot be evicted', 'replicaCount.frontend', 1, 2, 'pdb-blocks-eviction'],
    [
      "replicas are none of the autoscaler's business",
      'replicaCount.orchestrator',
      5,
      undefined,
      'replicas-ignored-by-hpa',
    ],
    ...brokenBy(
      'replicas are whole',
      'replicaCount.orchestrator',
      5,
      [
        ['5', 'schema/type'],
        [2.5, 'schema/type'],
        [0, 'schema/minimum'],
      ],
      { beside: FIXED },
    ),
    ['replicas are by component', 'replicaCount', 3, { frontend: 3 }, 'schema/type'],
    [
      'the least number of pods is at most the greatest',
      'orchestrator.autoscaling.minReplicas',
      12,
      5,
      'hpa-min-exceeds-max',
    ],
    [
      'the least number of pods is at most the greatest',
      'orchestrator.autoscaling.maxReplicas',
      2,
      5,
      'hpa-min-exceeds-max',
    ],
    ...brokenBy('pods are counted', 'orchestrator.autoscaling.minReplicas', 3, [
      ['3', 'schema/type'],
      [0, 'schema/minimum'],
    ]),
    ...brokenBy('pods are counted', 'orchestrator.autoscaling.maxReplicas', 12, [
      ['12', 'schema/type'],
      [0, 'schema/minimum'],
    ]),
    ...brokenBy('targets are percentages', 'orchestrator.autoscaling.targetCPUUtilizationPercentage', 70, [
      ['70%', 'schema/type'],
      [0.7, 'schema/type'],
      [170, 'schema/maximum'],
    ]),
    ...brokenBy('targets are percentages', 'orchestrator.autoscaling.targetMemoryUtilizationPercentage', 80, [
      ['80%', 'schema/type'],
      [0, 'schema/minimum'],
    ]),
    ...brokenBy(
      'amounts of metrics are quantities above 0',
      'orchestrator.autoscaling.metrics',
      metric('50'),
      [
        [metric('fifty'), 'schema/pattern', '/0/pods/target/averageValue'],
        [metric('0'), 'schema/pattern', '/0/pods/target/averageValue'],
        [metric('50 tasks'), 'schema/pattern', '/0/pods/target/averageValue'],
        [[{ type: 'Pod', pods: {} }], 'schema/enum', '/0/type'],
      ],
    ),
    [
      'queues are measured by an adapter',
      'orchestrator.autoscaling.metrics',
      metric('20'),
      [],
      'atlasia/custom-metric-adapter',
    ],
    [
      'only the orchestrator scales by itself',
      'frontend.autoscaling.enabled',
      true,
      false,
      'atlasia/frontend-autoscaling',
    ],
    [
      'autoscaling is below its component',
      'autoscaling',
      { minReplicas: 5 },
      undefined,
      'schema/unknown-key',
    ],
    ...brokenBy('a budget leaves a pod to evict', 'orchestrator.podDisruptionBudget.minAvailable', 2, [
      [3, 'pdb-blocks-eviction'],
      ['100%', 'pdb-blocks-eviction'],
      ['two', 'schema/pattern'],
    ]),
    ...brokenBy('a budget leaves a pod to evict', 'frontend.podDisruptionBudget.minAvailable', 1, [
      [2, 'pdb-blocks-eviction'],
    ]),
    ...brokenBy(
      'tolerations are those of pods',
      'tolerations',
      [{ key: 'a', operator: 'Exists' }],
      [
        [[{ key: 'a', operator: 'exists' }], 'toleration-invalid', '/0/operator'],
        [[{ key: 'a', value: 'b', effect: 'noSchedule' }], 'toleration-invalid', '/0/effect'],
      ],
    ),
    [
      'nodes are chosen by labels',
      'nodeSelector',
      { ssd: true },
      { ssd: 'true' },
      'annotation-not-string',
      { at: '/nodeSelector/ssd' },
    ],
  ],
  BASE,
);
