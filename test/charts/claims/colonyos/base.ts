import type { Base } from '../claim.ts';

/** A key pair of no server. */
export const ID = '9432f1feb17192b96f5b46d6e5291f373c971d9428f8559ef52044a7401f8941';
export const KEY = 'f718ba8c9d9b030b64ab381da5a483bdb600b951dd3c72cde7feaf6b384df95b';

/** What only the operator can know, and an image with a version. */
export const BASE: Base = {
  values: {
    'network.hostname': 'colony.corp.net',
    'colonies.serverid': ID,
    'prometheus.image': 'prom/prometheus:v3.5.0',
  },
  provided: ['colonies.serverPrivateKey', 'database.password'],
};

/** The same for the charts whose Ingress asks for another switch. */
export const BASE_WITH_BACKENDS: Base = {
  ...BASE,
  values: { ...BASE.values, 'colonies.backends.http.tls': true },
};

const PARTS = ['colonies', 'database', 'monitoring', 'prometheus'];

/** In production the pods have sizes. */
export const PRODUCTION = {
  environment: 'production',
  beside: Object.fromEntries(PARTS.map((part) => [`${part}.resources.enabled`, true])),
};
