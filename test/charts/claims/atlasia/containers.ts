import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, PRODUCTION } from './base.ts';

/** What the README says of containers: security, ports, probes, volumes. */
export const containers = claimsOf(
  'atlasia',
  [
    ['nobody is root', 'podSecurityContext.runAsUser', 0, 1000, 'run-as-nonroot-contradiction'],
    [
      'nobody is root in production',
      'podSecurityContext.runAsNonRoot',
      false,
      true,
      'pod-security-relaxed-production',
      PRODUCTION,
    ],
    [
      'system calls are limited',
      'podSecurityContext.seccompProfile.type',
      'Unconfined',
      'RuntimeDefault',
      'pod-security-relaxed-production',
      PRODUCTION,
    ],
    [
      'system calls are limited',
      'podSecurityContext.seccompProfile.type',
      'runtimeDefault',
      'RuntimeDefault',
      'schema/enum',
    ],
    ...brokenBy(
      'the settings of containers stay',
      'securityContext',
      undefined,
      [
        [null, 'pod-security-relaxed-production'],
        [{ capabilities: null }, 'pod-security-relaxed-production', '/capabilities'],
        [{ readOnlyRootFilesystem: null }, 'pod-security-relaxed-production', '/readOnlyRootFilesystem'],
      ],
      PRODUCTION,
    ),
    [
      'the settings of pods stay',
      'podSecurityContext',
      null,
      undefined,
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
      'the root file system is read only',
      'securityContext.readOnlyRootFilesystem',
      false,
      true,
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
      ],
      PRODUCTION,
    ),
    ...brokenBy('the orchestrator listens at one port', 'orchestrator.port', 8080, [
      [9090, 'port-chain-mismatch'],
      [70_000, 'schema/maximum'],
    ]),
    [
      'the Service leads to the port of the pods',
      'orchestrator.service.targetPort',
      9090,
      8080,
      'port-chain-mismatch',
    ],
    [
      'the frontend may not listen below 1024',
      'frontend',
      {
        port: 80,
        service: { targetPort: 80 },
        livenessProbe: { httpGet: { port: 80 } },
        readinessProbe: { httpGet: { port: 80 } },
      },
      {
        port: 8080,
        service: { targetPort: 8080 },
        livenessProbe: { httpGet: { port: 8080 } },
        readinessProbe: { httpGet: { port: 8080 } },
      },
      'privileged-port-nonroot',
      { at: '/frontend/port' },
    ],
    ['types of Services are three', 'frontend.service.type', 'nodePort', 'NodePort', 'schema/enum'],
    ...brokenBy(
      'probes ask the actuator',
      'orchestrator.livenessProbe.httpGet',
      { path: '/actuator/health/liveness' },
      [
        [{ path: '/health' }, 'atlasia/probe-path', '/path'],
        [{ path: 'actuator/health/liveness' }, 'schema/pattern', '/path'],
        [{ path: '/actuator/health/readiness' }, 'atlasia/probe-path', '/path'],
        [{ port: 9090 }, 'port-chain-mismatch', '/port'],
      ],
    ),
    [
      'probes ask the actuator',
      'orchestrator.readinessProbe.httpGet.path',
      '/ready',
      '/actuator/health/readiness',
      'atlasia/probe-path',
    ],
    ...brokenBy('probes end before they start again', 'orchestrator.readinessProbe', { timeoutSeconds: 5 }, [
      [{ timeoutSeconds: 30 }, 'probe-timing', '/timeoutSeconds'],
      [{ periodSeconds: 0 }, 'schema/minimum', '/periodSeconds'],
      [{ periodSeconds: '5s' }, 'schema/type', '/periodSeconds'],
    ]),
    ...brokenBy(
      'variables have names of their own',
      'orchestrator.env',
      [{ name: 'FLAGS', value: 'a' }],
      [
        [[{ name: 'DB_URL', value: 'a' }], 'atlasia/env-duplicate', '/0/name'],
        [
          [
            { name: 'FLAGS', value: 'a' },
            { name: 'FLAGS', value: 'b' },
          ],
          'atlasia/env-duplicate',
          '/0/name',
        ],
        [[{ name: 'FLAGS', value: false }], 'atlasia/env-falsy-dropped', '/0/value'],
        [{ FLAGS: 'a' }, 'schema/type'],
      ],
    ),
    ...brokenBy(
      'volumes are of three kinds',
      'orchestrator.volumes',
      [
        { name: 'tmp', emptyDir: {} },
        { name: 'logs', emptyDir: {} },
      ],
      [
        [
          [
            { name: 'tmp', emptyDir: {} },
            { name: 'logs', persistentVolumeClaim: { claimName: 'a' } },
          ],
          'schema/forbidden',
          '/1/persistentVolumeClaim',
        ],
        [[{ name: 'tmp', emptyDir: {} }], 'volume-mount-undefined'],
      ],
    ),
    ...brokenBy(
      'there is room to write',
      'orchestrator.volumeMounts',
      [
        { name: 'tmp', mountPath: '/tmp' },
        { name: 'logs', mountPath: '/app/logs' },
      ],
      [
        [[{ name: 'logs', mountPath: '/app/logs' }], 'readonly-root-without-tmp'],
        [[{ name: 'tmp', mountPath: '/tmp', subPath: 'a' }], 'dead-value', '/0/subPath'],
        [
          [
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'data', mountPath: '/data' },
          ],
          'volume-mount-undefined',
          '/1/name',
        ],
      ],
    ),
    [
      'nginx has room to write',
      'frontend.volumeMounts',
      [{ name: 'nginx-run', mountPath: '/var/run/nginx' }],
      [
        { name: 'nginx-cache', mountPath: '/var/cache/nginx' },
        { name: 'nginx-run', mountPath: '/var/run/nginx' },
      ],
      'readonly-root-without-tmp',
    ],
  ],
  BASE,
);
