import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

const AT = ['podAnnotations', 'prometheus.io/path'];
/** Where the actuator of Spring Boot serves metrics; the ServiceMonitor of the chart asks there, whatever the values say. */
const SERVED = '/actuator/prometheus';

export const rule = defineRule({
  id: 'atlasia/metrics-path',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Prometheus is told to look for the metrics of the orchestrator where there are none.',
    why: 'The orchestrator serves its metrics at /actuator/prometheus. A Prometheus that follows the annotations of pods asks at the path given there, and gets 404 for every other.',
    source:
      'Metrics in the Atlasia README; servicemonitor.yaml of the chart; Spring Boot documentation, Actuator, Prometheus.',
  },
  examples: {
    bad: [{ chart: 'atlasia', values: 'podAnnotations:\n  prometheus.io/path: /metrics\n' }],
    good: [
      { chart: 'atlasia', values: 'podAnnotations:\n  prometheus.io/path: /actuator/prometheus\n' },
      {
        chart: 'atlasia',
        values: 'podAnnotations:\n  prometheus.io/scrape: "false"\n  prometheus.io/path: /metrics\n',
      },
    ],
  },
  *check({ values }) {
    const path = valueAt(values.data, AT);
    if (typeof path !== 'string' || path === SERVED) return;
    if (valueAt(values.data, ['podAnnotations', 'prometheus.io/scrape']) !== 'true') return;
    yield {
      at: AT,
      problem: `The annotation prometheus.io/path is "${path}", and the orchestrator serves its metrics at "${SERVED}"`,
      why: 'Prometheus gets 404 there, and no metrics.',
      help: `Write ${SERVED}.`,
      fix: { title: `Scrape ${SERVED}`, safe: false, replace: [{ at: AT, text: SERVED }] },
    };
  },
});
