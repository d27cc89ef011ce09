import type { Base } from '../claim.ts';

/** Nothing is wrong with the defaults of 25.5.9 but images that move, a limit and passwords that everybody knows. */
export const BASE_25: Base = {
  values: {
    'services.common.imageTag': '25.6.1',
    'postgres.create.resources.limits.memory': '1Gi',
  },
  provided: [
    'clickhouse.create.config.password',
    'postgres.create.config.password',
    'storage.create.config.password',
  ],
};

/** Of 26.8.4 only the passwords are left. */
export const BASE_26: Base = { values: {}, provided: [...BASE_25.provided, 'auth.admin.password'] };

const OUTSIDE = { 'postgres.create': undefined };

/** The release has a PostgreSQL that is there. */
export const EXISTING = {
  ...OUTSIDE,
  'postgres.mode': 'use_existing',
  'postgres.use_existing.host': 'pg.corp.net:5432',
  'postgres.use_existing.user': 'zym',
};

/** The release uses Cloud SQL. */
export const CLOUD = {
  ...OUTSIDE,
  'postgres.mode': 'gcp_cloudsql',
  'postgres.gcp_cloudsql.user': 'zym@acme-1.iam',
  'postgres.gcp_cloudsql.instance': 'acme-1:us-central1:pg',
};

/** The release keeps symbols at AWS, with the role of its nodes. */
export const S3 = {
  'storage.mode': 'use_existing',
  'storage.use_existing.type': 's3',
  'storage.use_existing.s3.region': 'us-west-2',
};

/** The release keeps symbols in a MinIO that is there. */
export const MINIO = {
  'storage.mode': 'use_existing',
  'storage.use_existing.type': 'minio',
  'storage.use_existing.minio.user': 'zym',
  'storage.use_existing.minio.endpoint': 'https://minio.corp.net',
};

/** The release keeps symbols at Google. */
export const GCS = { 'storage.mode': 'use_existing', 'storage.use_existing.type': 'gcs' };

/** Credentials of storage and database that a pipeline passes. */
export const CREDENTIALS = [
  'postgres.use_existing.password',
  'clickhouse.use_existing.password',
  'storage.use_existing.minio.password',
  'storage.use_existing.gcs.accessKey',
  'storage.use_existing.gcs.secretKey',
];

/** The release runs its own PostgreSQL. */
export const CREATE = { 'postgres.mode': 'create' };
