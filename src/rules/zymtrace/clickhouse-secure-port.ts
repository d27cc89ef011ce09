import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';

const HOST = ['clickhouse', 'use_existing', 'host'];
const SECURE = ['clickhouse', 'use_existing', 'secure'];

export const rule = defineRule({
  id: 'zymtrace/clickhouse-secure-port',
  chart: 'zymtrace',
  chartVersions: '<25.6.0',
  severity: 'warning',
  recommended: true,
  silentAfter: ['schema/pattern'],
  docs: {
    summary: 'The port of ClickHouse and the switch for TLS do not go together.',
    why: 'ClickHouse serves its native protocol in clear text on 9000 and with TLS on 9440, and HTTP on 8123 and 8443. A client that speaks TLS to the one or clear text to the other, or the native protocol to HTTP, gets no connection: ingest and web do not start.',
    source:
      'ClickHouse documentation, Network ports; comments on host (host:nativePort) and secure in values.yaml of the zymtrace chart.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace@25.5.9',
        values:
          'clickhouse:\n  mode: use_existing\n  use_existing:\n    host: ch.corp.net:9000\n    secure: true\n',
      },
      {
        chart: 'zymtrace@25.5.9',
        values: 'clickhouse:\n  mode: use_existing\n  use_existing:\n    host: ch.corp.net:9440\n',
      },
      {
        chart: 'zymtrace@25.5.9',
        values: 'clickhouse:\n  mode: use_existing\n  use_existing:\n    host: ch.corp.net:8123\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace@25.5.9',
        values:
          'clickhouse:\n  mode: use_existing\n  use_existing:\n    host: ch.corp.net:9440\n    secure: true\n',
      },
      {
        chart: 'zymtrace@25.5.9',
        values: 'clickhouse:\n  mode: use_existing\n  use_existing:\n    host: ch.corp.net:19000\n',
      },
      {
        chart: 'zymtrace@25.5.9',
        values: 'clickhouse:\n  use_existing:\n    host: ch.corp.net:9440\n',
      },
    ],
  },
  *check(release) {
    const { clickhouse } = chartValues<ZymtraceValues>(release);
    const { host, secure } = clickhouse?.use_existing ?? {};
    if (clickhouse?.mode !== 'use_existing' || typeof host !== 'string') return;
    // Later states with this version take a URL and have no switch.
    if (secure === undefined || /^https?:/.test(host)) return;
    const port = /:(\d+)$/.exec(host)?.[1];
    const problem = problemWith(port, secure === true);
    if (problem === undefined) return;
    yield {
      at: HOST,
      problem: `clickhouse.use_existing.host is "${host}", ${problem.what}`,
      why: problem.why,
      help: problem.help,
      related: [{ at: SECURE, message: `secure is ${valueText(secure)}` }],
    };
  },
});

function problemWith(
  port: string | undefined,
  secure: boolean,
): { what: string; why: string; help: string } | undefined {
  if (port === '9000' && secure)
    return {
      what: 'the port without TLS',
      why: 'clickhouse.use_existing.secure is true: the connection fails.',
      help: 'Use port 9440, or set secure to false.',
    };
  if (port === '9440' && !secure)
    return {
      what: 'the port with TLS',
      why: 'clickhouse.use_existing.secure is false: the connection fails.',
      help: 'Set secure to true, or use port 9000.',
    };
  if (port === '8123' || port === '8443')
    return {
      what: 'an HTTP port',
      why: 'The services speak the native protocol: the connection fails.',
      help: `Use port ${secure ? '9440' : '9000, or 9440 with secure: true'}.`,
    };
  return undefined;
}
