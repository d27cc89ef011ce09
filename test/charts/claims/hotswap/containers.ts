import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE } from './base.ts';

const PRODUCTION = { environment: 'production' };

/** What the README says of containers: security, probes, volumes, variables. */
export const containers = claimsOf(
  'hotswap',
  [
    ['nobody is root', 'securityContext.runAsUser', 0, 1000, 'run-as-nonroot-contradiction'],
    [
      'nobody is root',
      'podSecurityContext.runAsUser',
      0,
      1001,
      'run-as-nonroot-contradiction',
      { beside: { 'securityContext.runAsUser': null } },
    ],
    ['users are numbers', 'podSecurityContext.fsGroup', '1000', 1000, 'schema/type'],
    ...brokenBy(
      'containers keep their settings',
      'securityContext',
      undefined,
      [
        [null, 'pod-security-relaxed-production'],
        [{ capabilities: null }, 'pod-security-relaxed-production', '/capabilities'],
      ],
      PRODUCTION,
    ),
    [
      'the root file system is read only',
      'securityContext.readOnlyRootFilesystem',
      false,
      true,
      'pod-security-relaxed-production',
      PRODUCTION,
    ],
    [
      'nobody is root in production',
      'securityContext.runAsNonRoot',
      false,
      true,
      'pod-security-relaxed-production',
      PRODUCTION,
    ],
    [
      'privileges do not grow',
      'securityContext.allowPrivilegeEscalation',
      true,
      false,
      'pod-security-relaxed-production',
      PRODUCTION,
    ],
    [
      'containers have no privileges',
      'securityContext.privileged',
      true,
      false,
      'pod-security-relaxed-production',
      PRODUCTION,
    ],
    ...brokenBy(
      'capabilities are dropped',
      'securityContext.capabilities',
      { drop: ['ALL'] },
      [
        [{ add: ['SYS_ADMIN'] }, 'pod-security-relaxed-production', '/add'],
        [{ drop: [] }, 'pod-security-relaxed-production', '/drop'],
        [{ drop: ['NET_RAW'] }, 'pod-security-relaxed-production', '/drop'],
      ],
      PRODUCTION,
    ),
    ...brokenBy(
      'probes ask a path of the container',
      'healthChecks.livenessProbe.httpGet',
      { path: '/live', port: 'http' },
      [
        [{ port: 8080 }, 'schema/enum', '/port'],
        [{ port: 'web' }, 'schema/enum', '/port'],
      ],
    ),
    ...brokenBy('probes have periods of seconds', 'healthChecks.readinessProbe', { periodSeconds: 10 }, [
      [{ periodSeconds: '5s' }, 'schema/type', '/periodSeconds'],
      [{ periodSeconds: 0 }, 'schema/minimum', '/periodSeconds'],
      [{ timeoutSeconds: 30 }, 'probe-timing', '/timeoutSeconds'],
      [{ initialDelaySeconds: -1 }, 'schema/minimum', '/initialDelaySeconds'],
      [{ failureThreshold: 0 }, 'schema/minimum', '/failureThreshold'],
    ]),
    ['one success is enough to live', 'healthChecks.livenessProbe.successThreshold', 3, 1, 'schema/const'],
    [
      'there is room to write',
      'volumeMounts',
      [{ name: 'certs', mountPath: '/app/certs' }],
      [{ name: 'tmp', mountPath: '/tmp' }],
      'readonly-root-without-tmp',
    ],
    ...brokenBy(
      'mounts have a volume',
      'volumeMounts',
      [{ name: 'tmp', mountPath: '/tmp' }],
      [
        [
          [
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'cache', mountPath: '/cache' },
          ],
          'volume-mount-undefined',
          '/1/name',
        ],
        [
          [
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'certs', mountPath: '/tmp' },
          ],
          'volume-mount-undefined',
          '/1/mountPath',
        ],
        [[{ name: 'tmp', mountPath: '/tmp' }, { name: 'certs' }], 'schema/required', '/1/mountPath'],
      ],
    ),
    [
      'the name config is taken',
      'volumes',
      [
        { name: 'tmp', emptyDir: {} },
        { name: 'certs', emptyDir: {} },
        { name: 'config', emptyDir: {} },
      ],
      [
        { name: 'tmp', emptyDir: {} },
        { name: 'certs', emptyDir: {} },
      ],
      'schema/not',
      { at: '/volumes/2/name' },
    ],
    ...brokenBy(
      'variables are a list',
      'env',
      [{ name: 'FLAGS', value: 'a' }],
      [
        [{ FLAGS: 'a' }, 'schema/type'],
        [[{ name: 'FLAGS', value: 1 }], 'schema/type', '/0/value'],
        [[{ value: 'a' }], 'schema/required', '/0/name'],
      ],
    ),
    ...brokenBy('secrets are text', 'extraSecrets', {}, [
      [{ pin: 1234 }, 'non-string-secret', '/pin'],
      [{ 'my key': 'a' }, 'schema/property-names', '/my key'],
      [{ 'api-key': 'q7-dormouse-52X' }, 'secret-inline', '/api-key'],
      [['a'], 'schema/type'],
    ]),
  ],
  BASE,
);
