import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE } from './base.ts';

const PRODUCTION = { environment: 'production' };
const FIXED = { beside: { 'autoscaling.enabled': false } };

/** What the README says of the pods: image, number, sizes, places. */
export const pods = claimsOf(
  'hotswap',
  [
    ...brokenBy('tags are versions', 'image.tag', 'v1.4.2', [
      ['latest', 'mutable-image-tag'],
      ['1.4-latest', 'mutable-image-tag'],
      [1.1, 'schema/type'],
      ['v1.4 2', 'schema/pattern'],
    ]),
    ['tags are set in production', 'image.tag', '', 'v1.4.2', 'image-tag-unset-production', PRODUCTION],
    ['pull policies are three', 'image.pullPolicy', 'ifNotPresent', 'IfNotPresent', 'schema/enum'],
    ...brokenBy('repositories have no tag', 'image.repository', 'registry.corp.net/hotswap/api', [
      ['registry.corp.net/hotswap/api:v1', 'schema/pattern'],
      ['https://registry.corp.net/hotswap/api', 'schema/pattern'],
    ]),
    ...brokenBy(
      'pull secrets are objects with a name',
      'imagePullSecrets',
      [{ name: 'corp' }],
      [
        [['corp'], 'image-pull-secrets-shape', '/0'],
        ['corp', 'schema/type'],
      ],
    ),
    [
      'the affinity knows the name of the chart',
      'nameOverride',
      'rollout',
      undefined,
      'name-override-hardcoded',
    ],
    ...brokenBy('names are those of objects', 'fullnameOverride', 'rollout', [
      ['Roll_out', 'dns-name-invalid'],
      ['rollout-', 'dns-name-invalid'],
    ]),
    ['accounts have the name of an object', 'serviceAccount.name', 'Roll Out', 'rollout', 'dns-name-invalid'],
    ...brokenBy(
      'accounts are annotated with text',
      'serviceAccount.annotations',
      { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/a' },
      [[{ 'corp.net/audited': true }, 'annotation-not-string', '/corp.net~1audited']],
    ),
    ['accounts are made by a boolean', 'serviceAccount.create', 'false', true, 'quoted-boolean'],
    ['replicas are whole', 'replicaCount', '5', undefined, 'schema/type'],
    [
      "replicas are none of the autoscaler's business",
      'replicaCount',
      5,
      undefined,
      'replicas-ignored-by-hpa',
    ],
    [
      'at least three replicas in production',
      'replicaCount',
      1,
      3,
      'production-replica-floor',
      { ...PRODUCTION, ...FIXED },
    ],
    [
      'at least three replicas in production',
      'autoscaling.minReplicas',
      1,
      3,
      'production-replica-floor',
      PRODUCTION,
    ],
    [
      'the least number of pods is at most the greatest',
      'autoscaling.minReplicas',
      12,
      4,
      'hpa-min-exceeds-max',
    ],
    [
      'the least number of pods is at most the greatest',
      'autoscaling.maxReplicas',
      2,
      4,
      'hpa-min-exceeds-max',
    ],
    ...brokenBy('pods are counted', 'autoscaling.minReplicas', 3, [
      ['3', 'schema/type'],
      [0, 'schema/minimum'],
    ]),
    ...brokenBy('pods are counted', 'autoscaling.maxReplicas', 6, [
      ['6', 'schema/type'],
      [0, 'schema/minimum'],
    ]),
    ...brokenBy('targets are percentages', 'autoscaling.targetCPUUtilizationPercentage', 70, [
      ['70%', 'schema/type'],
      [0.7, 'schema/type'],
      [-1, 'schema/minimum'],
      [700, 'schema/maximum'],
    ]),
    ['targets are percentages', 'autoscaling.targetMemoryUtilizationPercentage', '80%', 80, 'schema/type'],
    [
      'an autoscaler has a target',
      'autoscaling.targetMemoryUtilizationPercentage',
      0,
      80,
      'hpa-without-metric',
      { beside: { 'autoscaling.targetCPUUtilizationPercentage': 0 } },
    ],
    ['resources have two names', 'resources.limits.mem', '4Gi', undefined, 'schema/property-names'],
    ['resources have limits and requests', 'resources.request', { cpu: 1 }, undefined, 'schema/unknown-key'],
    ...brokenBy('amounts of CPU are quantities', 'resources.limits.cpu', '2000m', [
      ['2000 m', 'schema/pattern'],
      ['2 cores', 'schema/pattern'],
      ['2000', 'quantity-unit-suspect'],
      [true, 'schema/type'],
    ]),
    ...brokenBy('amounts of memory are quantities', 'resources.limits.memory', '4Gi', [
      ['4 GB', 'schema/pattern'],
      ['4GB', 'schema/pattern'],
      ['4096m', 'quantity-unit-suspect'],
      [4096, 'quantity-unit-suspect'],
      ['4096Gi', 'limit-request-ratio'],
    ]),
    ['requests are at most limits', 'resources.requests.memory', '8Gi', '1Gi', 'request-exceeds-limit'],
    ['requests are at most limits', 'resources.requests.cpu', '3', '500m', 'request-exceeds-limit'],
    ['requests are at most limits', 'resources.limits.memory', '512Mi', '8Gi', 'request-exceeds-limit'],
    [
      'limits are set in production',
      'resources.limits',
      null,
      { cpu: 2 },
      'resources-missing-production',
      PRODUCTION,
    ],
    [
      'resources are set in production',
      'resources',
      null,
      { limits: { cpu: 2 } },
      'resources-missing-production',
      PRODUCTION,
    ],
    [
      'the autoscaler needs requests',
      'resources',
      { requests: { memory: null }, limits: { memory: null } },
      { requests: { memory: null } },
      'hpa-requires-requests',
    ],
    ...brokenBy('a budget leaves a pod to evict', 'podDisruptionBudget.minAvailable', 2, [
      [3, 'pdb-blocks-eviction'],
      ['100%', 'pdb-blocks-eviction'],
      ['2', 'schema/pattern'],
      ['all', 'schema/pattern'],
      [-1, 'schema/minimum'],
    ]),
    ['a budget has one bound', 'podDisruptionBudget.maxUnavailable', 1, undefined, 'pdb-min-and-max'],
    ...brokenBy(
      'tolerations are those of pods',
      'tolerations',
      [{ key: 'a', operator: 'Exists' }],
      [
        [{ key: 'a' }, 'schema/type'],
        [[{ key: 'a', operator: 'Equals', value: 'b' }], 'toleration-invalid', '/0/operator'],
        [[{ key: 'a', operator: 'Exists', value: 'b' }], 'toleration-invalid', '/0/value'],
        [[{ key: 'a', value: 'b', effect: 'NoRun' }], 'toleration-invalid', '/0/effect'],
      ],
    ),
    ...brokenBy('nodes are chosen by labels', 'nodeSelector', { 'kubernetes.io/arch': 'amd64' }, [
      [['ssd'], 'schema/type'],
      [{ ssd: true }, 'annotation-not-string', '/ssd'],
      [{ 'kubernetes.io/os': 'Linux' }, 'node-selector-unknown-value', '/kubernetes.io~1os'],
    ]),
  ],
  BASE,
);
