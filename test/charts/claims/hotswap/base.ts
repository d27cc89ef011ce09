import type { Base } from '../claim.ts';

/** With an image that stays and a database that is there nothing is wrong with the defaults. */
export const BASE: Base = {
  values: {
    'image.tag': 'v1.4.2',
    'postgresql.enabled': false,
    'externalDatabase.host': 'pg.corp.net',
    'externalDatabase.existingSecret': 'hotswap-db',
  },
  provided: [],
};

export const HOST = 'hot.corp.net';

/** Hosts of an Ingress: one, with what its path has besides the usual. */
export function host(name: string, more: object = {}): readonly object[] {
  return [{ host: name, paths: [{ path: '/', pathType: 'Prefix', ...more }] }];
}

/** TLS entries of an Ingress: one. */
export function tls(secretName: string | undefined, name = HOST): readonly object[] {
  return [{ ...(secretName === undefined ? {} : { secretName }), hosts: [name] }];
}

/** An Ingress as it should be. */
export const INGRESS = {
  'ingress.enabled': true,
  'ingress.annotations': { 'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS' },
  'ingress.hosts': host(HOST),
  'ingress.tls': tls('hot'),
  'config.corsOrigins': [`https://${HOST}`],
};
