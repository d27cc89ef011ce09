import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isSampleHost } from '../host-names.ts';

/** Where hosts of the entrance stand, which the examples call zymtrace.company.com. */
const HOSTS = [
  ['ingress', 'hosts', 'gateway', 'host'],
  ['ingress', 'hosts', 'gateway', 'mtls', 'host'],
  ['ingress', 'hosts', 'ui', 'host'],
];

/** Where addresses stand, and the mode (and type) in which each is read. */
const ADDRESSES = [
  { at: ['clickhouse', 'use_existing', 'host'], mode: 'use_existing' },
  { at: ['postgres', 'use_existing', 'host'], mode: 'use_existing' },
  { at: ['postgres', 'aws_aurora', 'host'], mode: 'aws_aurora' },
  { at: ['postgres', 'gcp_cloudsql', 'instance'], mode: 'gcp_cloudsql' },
  { at: ['storage', 'use_existing', 'minio', 'endpoint'], mode: 'use_existing', type: 'minio' },
  { at: ['storage', 'use_existing', 'gcs', 'endpoint'], mode: 'use_existing', type: 'gcs' },
];

export const rule = defineRule({
  id: 'zymtrace/sample-address',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A database, a storage or the host of the entrance is still the one of the examples.',
    why: 'The README has my-project, minio.example.com and zymtrace.company.com where your own belong. The services start and reach nothing, or nobody reaches them.',
    source: 'Examples in the README of the zymtrace chart; RFC 2606.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values: 'ingress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zymtrace.company.com\n',
      },
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    instance: my-project:us-central1:my-instance\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: minio\n    minio:\n      endpoint: https://minio.example.com\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values: 'ingress:\n  enabled: true\n  hosts:\n    gateway:\n      host: zymtrace.corp.net\n',
      },
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: gcp_cloudsql\n  gcp_cloudsql:\n    instance: acme-1:us-central1:zym\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: minio\n    minio:\n      endpoint: https://minio.corp.net\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: create\n  use_existing:\n    minio:\n      endpoint: https://minio.example.com\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    for (const at of HOSTS) {
      const value = valueAt(data, at);
      if (typeof value !== 'string' || !/(?:^|\.)zymtrace\.company\.com$/i.test(value)) continue;
      yield {
        at,
        problem: `${at.join('.')} is "${value}", the host of the examples`,
        why: 'Nobody reaches the release there, and no certificate is issued for it.',
        help: 'Write a DNS name of your own.',
      };
    }
    for (const { at, mode, type } of ADDRESSES) {
      if (valueAt(data, [at[0]!, 'mode']) !== mode) continue;
      if (type !== undefined && valueAt(data, ['storage', 'use_existing', 'type']) !== type) continue;
      const value = valueAt(data, at);
      if (typeof value !== 'string' || !isSample(value)) continue;
      yield {
        at,
        problem: `${at.join('.')} is "${value}", an address of the examples`,
        why: 'The services reach nothing there.',
        help: 'Put your own in its place.',
      };
    }
  },
});

function isSample(address: string): boolean {
  if (/^my-project:|:my-instance$/.test(address)) return true;
  const host = /^(?:[a-z]+:\/\/)?([^/:\s]+)/i.exec(address)?.[1];
  return host !== undefined && isSampleHost(host);
}
