import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const ENDPOINT = ['storage', 'use_existing', 's3', 'endpoint'];
const TYPE = ['storage', 'use_existing', 'type'];

export const rule = defineRule({
  id: 'zymtrace/s3-endpoint-ignored',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'An endpoint is set for the storage type s3, which never uses one.',
    why: 'The chart checks that the endpoint is a URL and then passes on only the region: symbols go to AWS, or nowhere, instead of the store that the file names. Stores that speak the S3 protocol work with the type minio, whose endpoint is passed on.',
    source:
      'ConfigMap and bucket check of the zymtrace chart, against "Custom S3 endpoint" in its parameter table.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n      endpoint: https://ceph.corp.net\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n      endpoint: https://s3.eu-west-1.amazonaws.com\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: minio\n    minio:\n      endpoint: https://ceph.corp.net\n      user: zym\n      password: brisk-Otter-41\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n',
      },
    ],
  },
  *check(release) {
    const { storage } = chartValues<ZymtraceValues>(release);
    const { type, s3 } = storage?.use_existing ?? {};
    const endpoint: unknown = s3?.endpoint;
    if (storage?.mode !== 'use_existing' || type !== 's3') return;
    if (typeof endpoint !== 'string' || endpoint === '' || !isUserWritten(release, ENDPOINT)) return;
    const isAws = /^https?:\/\/[^/]*\.amazonaws\.com(?:\.cn)?(?::\d+)?\/?$/i.test(endpoint);
    yield {
      at: ENDPOINT,
      severity: isAws ? 'info' : 'warning',
      ...(isAws
        ? {
            problem: `storage.use_existing.s3.endpoint is "${endpoint}", which the chart never passes on`,
            why: 'The services find AWS by the region.',
            help: 'Remove it.',
          }
        : {
            problem: `storage.use_existing.s3.endpoint is "${endpoint}", but the type "s3" never uses it`,
            why: 'The services look for the bucket at AWS.',
            help: 'For a store that speaks the S3 protocol set storage.use_existing.type to "minio" and fill in storage.use_existing.minio; for AWS remove the endpoint.',
          }),
      related: [{ at: TYPE, message: 'the type is "s3"' }],
    };
  },
});
