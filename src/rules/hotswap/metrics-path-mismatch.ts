import type { HotswapValues } from '../../charts/hotswap-values.ts';
import type { Fact } from '../../model/fact.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { setValue } from '../set-value.ts';
import { editedPath } from '../written.ts';

const ENDPOINT = ['config', 'prometheus', 'endpoint'];
const MONITOR = ['serviceMonitor', 'enabled'];
const ANNOTATED_PATH = ['podAnnotations', 'prometheus.io/path'];
const ANNOTATED_PORT = ['podAnnotations', 'prometheus.io/port'];
/** The path of the ServiceMonitor, which the chart hard-codes. */
const SCRAPED = '/metrics';
/** The port at which the container speaks HTTP, which the chart hard-codes. */
const HTTP_PORT = '5000';

export const rule = defineRule({
  id: 'hotswap/metrics-path-mismatch',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Prometheus looks for the metrics at another path or port than the application serves them.',
    why: 'The application serves metrics at config.prometheus.endpoint on port 5000. The ServiceMonitor of the chart always scrapes /metrics, and a Prometheus that follows pod annotations takes path and port from there. When they differ every scrape fails with 404 or no connection, and dashboards stay empty.',
    source: 'servicemonitor.yaml, service.yaml, configmap.yaml and the default podAnnotations of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values:
          'config:\n  prometheus:\n    endpoint: /internal/metrics\npodAnnotations:\n  prometheus.io/path: /internal/metrics\nserviceMonitor:\n  enabled: true\n',
      },
      { chart: 'hotswap', values: 'config:\n  prometheus:\n    endpoint: /internal/metrics\n' },
      { chart: 'hotswap', values: 'podAnnotations:\n  prometheus.io/port: "9090"\n' },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'config:\n  prometheus:\n    endpoint: /internal/metrics\npodAnnotations:\n  prometheus.io/path: /internal/metrics\n',
      },
      { chart: 'hotswap', values: 'serviceMonitor:\n  enabled: true\n' },
      {
        chart: 'hotswap',
        values: 'podAnnotations:\n  prometheus.io/scrape: "false"\n  prometheus.io/port: "9090"\n',
      },
    ],
  },
  *check(release) {
    const { config, serviceMonitor, podAnnotations } = chartValues<HotswapValues>(release);
    const endpoint = config?.prometheus?.endpoint;
    if (config?.prometheus?.enabled !== true || typeof endpoint !== 'string' || !endpoint.startsWith('/'))
      return;
    const annotations: Readonly<Record<string, JsonValue | undefined>> = podAnnotations ?? {};
    const followed = annotations['prometheus.io/scrape'] === 'true';
    const path = annotations['prometheus.io/path'] ?? SCRAPED;
    if (serviceMonitor?.enabled === true && endpoint !== SCRAPED) {
      yield {
        at: ENDPOINT,
        problem: `config.prometheus.endpoint is "${endpoint}", but the ServiceMonitor of the chart always scrapes "${SCRAPED}"`,
        why: 'It finds nothing.',
        help: `Set it to "${SCRAPED}".`,
        related: [{ at: MONITOR, message: 'the ServiceMonitor is on' }],
        fix: {
          title: `Serve metrics at ${SCRAPED}`,
          safe: false,
          replace: [{ at: ENDPOINT, text: SCRAPED }],
        },
      };
    } else if (followed && typeof path === 'string' && path !== endpoint) {
      yield annotatedPath(release, endpoint, path);
    }
    const port = annotations['prometheus.io/port'];
    if (!followed || typeof port !== 'string' || port === HTTP_PORT || !/^\d+$/.test(port)) return;
    if (port === '5001' && annotations['prometheus.io/scheme'] === 'https') return;
    yield {
      at: ANNOTATED_PORT,
      problem: `The annotation prometheus.io/port is "${port}", but the container serves its metrics on port ${HTTP_PORT}`,
      why: 'Every scrape fails.',
      help: `Set it to "${HTTP_PORT}".`,
      fix: {
        title: `Scrape port ${HTTP_PORT}`,
        safe: false,
        replace: [{ at: ANNOTATED_PORT, text: `"${HTTP_PORT}"` }],
      },
    };
  },
});

function annotatedPath(release: Release, endpoint: string, path: string): Fact {
  const at = editedPath(release, [ENDPOINT, ANNOTATED_PATH]);
  return {
    at,
    problem: `The annotation prometheus.io/path is "${path}", but metrics are at "${endpoint}"`,
    why: 'config.prometheus.endpoint says where the application serves them. Every scrape answers 404.',
    help: 'Set both to the same path.',
    related: [
      at === ENDPOINT
        ? { at: ANNOTATED_PATH, message: 'the annotation' }
        : { at: ENDPOINT, message: 'where the application serves them' },
    ],
    fix: {
      title: 'Scrape the path that the application serves',
      safe: false,
      ...setValue(release, ANNOTATED_PATH, JSON.stringify(endpoint)),
    },
  };
}
