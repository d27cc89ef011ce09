import type { Row } from '../claim.ts';
import { CREDENTIALS } from './base.ts';

const flag = { flags: true };

/** Commands of the README: values that flags give. */
export const commands: readonly Row[] = [
  [
    'policies are switched by a boolean',
    'services.activateNetworkPolicies',
    'no',
    false,
    'quoted-boolean',
    flag,
  ],
  ['autoscaling is switched by a boolean', 'services.web.hpa.enabled', 'yes', false, 'quoted-boolean', flag],
  [
    'databases are made in servers that are there',
    'postgres.use_existing.autoCreateDBs',
    true,
    undefined,
    'storage-mode-mismatch',
    { ...flag, at: '/postgres/use_existing' },
  ],
  [
    'the project is filled in',
    'postgres.gcp_cloudsql.instance',
    '$PROJECT_ID:us-central1:zymtrace-pg',
    'acme-1:us-central1:zymtrace-pg',
    'schema/pattern',
    {
      ...flag,
      beside: {
        'postgres.create': undefined,
        'postgres.mode': 'gcp_cloudsql',
        'postgres.gcp_cloudsql.user': 'zym@acme-1.iam',
      },
    },
  ],
  [
    "the licence of the examples is nobody's",
    'global.licenseKey',
    'your-license-key',
    undefined,
    'placeholder-value',
    flag,
  ],
  ['a licence is new', 'global.licenseKey', 'NEW_LICENSE_KEY', undefined, 'placeholder-value', flag],
  ['a version is new', 'services.common.imageTag', 'NEW_VERSION', '26.8.4', 'placeholder-value', flag],
  [
    "passwords of the examples are nobody's",
    'postgres.use_existing.password',
    'your-password',
    undefined,
    'placeholder-value',
    {
      ...flag,
      beside: {
        'postgres.create': undefined,
        'postgres.mode': 'use_existing',
        'postgres.use_existing.host': 'pg.corp.net:5432',
        'postgres.use_existing.user': 'zym',
      },
      rules: { 'storage-mode-mismatch': 'off', 'schema/min-length': 'off' },
    },
  ],
  [
    "users of the examples are nobody's",
    'postgres.use_existing.user',
    'your-user',
    'zym',
    'placeholder-value',
    {
      ...flag,
      beside: {
        'postgres.create': undefined,
        'postgres.mode': 'use_existing',
        'postgres.use_existing.host': 'pg.corp.net:5432',
      },
      provided: CREDENTIALS,
    },
  ],
];
