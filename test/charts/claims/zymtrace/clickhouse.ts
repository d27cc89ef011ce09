import type { Row } from '../claim.ts';
import { CREDENTIALS } from './base.ts';

const HOST = 'clickhouse.use_existing.host';
const there = (host: string) => ({
  beside: {
    'clickhouse.mode': 'use_existing',
    [HOST]: host,
    'clickhouse.use_existing.user': 'zym',
  },
  provided: CREDENTIALS,
});
const URL = there('https://ch.corp.net:8443');
const NATIVE = there('ch.corp.net:9000');

/** ClickHouse, in every state. */
const COMMON: readonly Row[] = [
  ['ClickHouse has two modes', 'clickhouse.mode', 'external', 'create', 'schema/enum'],
  [
    'settings of another ClickHouse are for that mode',
    HOST,
    'http://ch.corp.net:8123',
    undefined,
    'storage-mode-mismatch',
    { at: '/clickhouse/use_existing', rules: { 'schema/pattern': 'off' } },
  ],
  ['ClickHouse of the chart is one pod', 'clickhouse.create.replicas', 2, 1, 'schema/maximum'],
  [
    'ClickHouse of the chart listens on its own ports',
    'clickhouse.create.service.http.port',
    8124,
    8123,
    'schema/const',
  ],
  ['the native port is fixed as well', 'clickhouse.create.service.native.port', 9440, 9000, 'schema/const'],
  ['volumes have a size', 'clickhouse.create.storage.size', '30GB', '30Gi', 'schema/pattern'],
  [
    'classes of volumes have the grammar of names',
    'clickhouse.create.storage.className',
    'Fast SSD',
    'fast',
    'dns-name-invalid',
  ],
  [
    'data is kept in production',
    'clickhouse.create.storage.type',
    'empty_dir',
    'persistent',
    'persistence-off-production',
    { environment: 'production' },
  ],
  [
    'the password of the chart is known to everybody',
    'clickhouse.create.config.password',
    'clickhouse123',
    'q7-dormouse-52X-lantern',
    'secret-default-credential',
    { unprovided: ['clickhouse.create.config.password'], rules: { 'secret-inline': 'off' } },
  ],
];

/** ClickHouse of 25.5.9, which is spoken to by its native protocol. */
export const clickhouseNative: readonly Row[] = [
  ...COMMON,
  [
    'the address has no scheme',
    HOST,
    'https://ch.corp.net:8443',
    'ch.corp.net:9000',
    'schema/pattern',
    NATIVE,
  ],
  [
    'the port is that of the native protocol',
    HOST,
    'ch.corp.net:8123',
    'ch.corp.net:9000',
    'zymtrace/clickhouse-secure-port',
    NATIVE,
  ],
  [
    'TLS has a port of its own',
    HOST,
    'ch.corp.net:9440',
    'ch.corp.net:9000',
    'zymtrace/clickhouse-secure-port',
    NATIVE,
  ],
  [
    'the address is needed',
    HOST,
    '',
    'ch.corp.net:9000',
    'storage-mode-mismatch',
    { ...NATIVE, at: '/clickhouse/mode' },
  ],
];

/** ClickHouse of 26.8.4, which is spoken to by HTTP. */
export const clickhouseHttp: readonly Row[] = [
  ...COMMON,
  ['the address is a URL', HOST, 'ch.corp.net:8123', 'http://ch.corp.net:8123', 'schema/pattern', URL],
  ['the URL has a port', HOST, 'https://ch.corp.net', 'https://ch.corp.net:8443', 'schema/pattern', URL],
  [
    'the native protocol is not spoken',
    HOST,
    'http://ch.corp.net:9000',
    'http://ch.corp.net:8123',
    'schema/not',
    URL,
  ],
  ['8123 speaks no TLS', HOST, 'https://ch.corp.net:8123', 'https://ch.corp.net:8443', 'schema/not', URL],
  ['8443 speaks TLS alone', HOST, 'http://ch.corp.net:8443', 'https://ch.corp.net:8443', 'schema/not', URL],
  [
    'ClickHouse is encrypted in production',
    HOST,
    'http://ch.corp.net:8123',
    'https://ch.corp.net:8443',
    'insecure-url-production',
    { ...URL, environment: 'production' },
  ],
  [
    'the address is needed',
    HOST,
    '',
    'https://ch.corp.net:8443',
    'storage-mode-mismatch',
    { ...URL, at: '/clickhouse/mode' },
  ],
  [
    'the user is needed',
    'clickhouse.use_existing.user',
    '',
    'zym',
    'storage-mode-mismatch',
    { ...URL, at: '/clickhouse/mode' },
  ],
  [
    "ClickHouse of the examples is nobody's",
    HOST,
    'https://clickhouse.example.com:8443',
    'https://ch.corp.net:8443',
    'zymtrace/sample-address',
    URL,
  ],
  [
    'names of clusters have no blanks',
    'clickhouse.use_existing.clusterName',
    'my cluster',
    'zymtrace_cluster',
    'schema/pattern',
    URL,
  ],
  ['names of databases are texts', 'clickhouse.use_existing.database', 7, 'zym', 'schema/type', URL],
  [
    'the password is needed',
    'clickhouse.use_existing.password',
    '',
    'q7-dormouse-52X-lantern',
    'schema/min-length',
    { beside: URL.beside, rules: { 'secret-inline': 'off' } },
  ],
  [
    'databases are made on a boolean',
    'clickhouse.use_existing.autoCreateDBs',
    'yes',
    false,
    'quoted-boolean',
    URL,
  ],
  [
    'users need the right to make databases',
    'clickhouse.use_existing.autoCreateDBs',
    true,
    false,
    'zymtrace/auto-create-user',
    URL,
  ],
  [
    'a claim that is there is named',
    'clickhouse.create.storage.type',
    'existing_pvc',
    'persistent',
    'storage-mode-mismatch',
  ],
  [
    'a claim is for that type',
    'clickhouse.create.storage.existing_pvc.pvcName',
    'ch-data',
    '',
    'schema/max-length',
  ],
  [
    'folders lie inside the volume',
    'clickhouse.create.storage.existing_pvc.subPath',
    '/var/lib/clickhouse',
    'prod/clickhouse',
    'schema/pattern',
    {
      beside: {
        'clickhouse.create.storage.type': 'existing_pvc',
        'clickhouse.create.storage.existing_pvc.pvcName': 'ch-data',
      },
    },
  ],
];
