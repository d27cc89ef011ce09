import type { OssaValues } from '../../charts/ossa-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const TARGET = ['ossa', 'uptime', 'target'];
/** What prometheusrule.yaml compares with. */
const ALERTED = 99.97;

export const rule = defineRule({
  id: 'ossa/uptime-target-format',
  chart: 'ossa',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'The uptime target is not 99.97%, and the alert rules go on comparing with 99.97%.',
    why: 'The target is written into an annotation. The threshold in the alert rules is fixed, so alerts come at another point than the target says. A target that is no percentage at all is reported by the schema.',
    source: 'prometheusrule.yaml and all-services.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'ossa:\n  uptime:\n    target: 99.5%\n' },
      { chart: 'ossa', values: 'ossa:\n  uptime:\n    target: "99.99%"\n' },
    ],
    good: [
      { chart: 'ossa', values: 'ossa:\n  uptime:\n    target: 99.97%\n' },
      {
        chart: 'ossa',
        values: 'ossa:\n  uptime:\n    target: 99.5%\nmonitoring:\n  prometheus:\n    enabled: false\n',
      },
    ],
  },
  *check(release) {
    const { ossa, monitoring } = chartValues<OssaValues>(release);
    const target = ossa?.uptime?.target;
    if (monitoring?.prometheus?.enabled !== true || typeof target !== 'string') return;
    const percent = Number(/^(\d+(?:\.\d+)?)%$/.exec(target)?.[1]);
    if (Number.isNaN(percent) || percent > 100 || percent === ALERTED) return;
    if (!release.values.changedByUser(TARGET)) return;
    yield {
      at: TARGET,
      problem: `ossa.uptime.target is "${target}", but the alert rules of the chart always compare with ${ALERTED}%`,
      why: 'The value is only a note on the objects.',
      help: 'Write alert rules of your own for another target.',
    };
  },
});
