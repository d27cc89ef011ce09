import type { Base, More } from '../claim.ts';

export const SERVICES = [
  'gateway',
  'taskAgent',
  'commAgent',
  'mcpAgent',
  'coordination',
  'discovery',
  'orchestration',
  'monitoring',
];
export const HOST = 'ossa.corp.net';

/** Hosts of an Ingress: one that leads to a Service, with what its path has besides. */
export function host(name: string, service = 'gateway', more: object = {}): readonly object[] {
  const backend = { service: { name: service, port: 3000 } };
  return [{ host: name, paths: [{ path: '/', pathType: 'Prefix', backend, ...more }] }];
}

/** TLS entries of an Ingress: one. */
export function tls(secretName: string | undefined, name = HOST): readonly object[] {
  return [{ ...(secretName === undefined ? {} : { secretName }), hosts: [name] }];
}

/** The defaults with what is wrong in them set right: a label, databases that the services reach, hosts, counts. */
export const BASE: Base = {
  values: {
    'ossa.version': '0.1.8',
    'postgresql.architecture': 'standalone',
    'redis.auth.enabled': false,
    'ingress.hosts': host(HOST),
    'ingress.tls': tls('ossa'),
    'environments.dev.replicaCount': 3,
  },
  provided: ['postgresql.auth.password'],
};

/** A production with three pods of each service, in which Node.js knows of it. */
export const PRODUCTION: More = {
  environment: 'production',
  beside: {
    'global.environment': 'production',
    'environments.dev.replicaCount': undefined,
    ...Object.fromEntries(
      SERVICES.flatMap((name) => [
        [`services.${name}.minReplicas`, 3],
        [`services.${name}.env.NODE_ENV`, 'production'],
      ]),
    ),
  },
};
