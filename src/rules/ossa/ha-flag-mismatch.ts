import type { OssaValues } from '../../charts/ossa-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const UPTIME = ['ossa', 'uptime'];
const HA = ['highAvailability'];

export const rule = defineRule({
  id: 'ossa/ha-flag-mismatch',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A switch below ossa.uptime and the one below highAvailability that really acts disagree.',
    why: 'ossa.uptime.enableHighAvailability is printed into a ConfigMap, and enableDisruptionBudgets and enableAntiAffinity are read by nothing. Budgets and affinity follow highAvailability alone, so whoever sets the other switch gets the opposite. When only highAvailability was changed, the ConfigMap tells the services something wrong, which is a remark.',
    source: 'pdb.yaml, _helpers.tpl and ossa-config.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'ossa:\n  uptime:\n    enableAntiAffinity: false\n' },
      {
        chart: 'ossa',
        values: 'ossa:\n  uptime:\n    enableHighAvailability: true\nhighAvailability:\n  enabled: false\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        values: 'ossa:\n  uptime:\n    enableHighAvailability: false\nhighAvailability:\n  enabled: false\n',
      },
      { chart: 'ossa', values: 'highAvailability:\n  antiAffinity:\n    enabled: false\n' },
    ],
  },
  *check(release) {
    const { ossa, highAvailability } = chartValues<OssaValues>(release);
    const on = highAvailability?.enabled;
    const uptime = ossa?.uptime;
    const pairs = [
      { key: 'enableHighAvailability', flag: uptime?.enableHighAvailability, real: on, below: [] },
      {
        key: 'enableDisruptionBudgets',
        flag: uptime?.enableDisruptionBudgets,
        real: on === true && highAvailability?.podDisruptionBudgets?.enabled,
        below: ['podDisruptionBudgets'],
      },
      {
        key: 'enableAntiAffinity',
        flag: uptime?.enableAntiAffinity,
        real: on === true && highAvailability?.antiAffinity?.enabled,
        below: ['antiAffinity'],
      },
    ];
    for (const { key, flag, real, below } of pairs) {
      if (typeof flag !== 'boolean' || typeof real !== 'boolean' || flag === real) continue;
      const at = [...UPTIME, key];
      // With the master switch off, that one decides.
      const actor: ValuesPath = [...HA, ...(on === true ? below : []), 'enabled'];
      if (isUserWritten(release, at)) {
        yield {
          at,
          problem: `${formatPath(at)} is ${flag}, but ${formatPath(actor)} is ${real}`,
          why: `Only ${formatPath(actor)} acts.`,
          help: 'Set that one, or make both the same.',
          related: [{ at: actor, message: `this switch acts and is ${real}` }],
        };
      } else if (key === 'enableHighAvailability') {
        yield {
          at: actor,
          severity: 'info',
          problem: `${formatPath(actor)} is ${real}, but ${formatPath(at)} is ${flag}`,
          why: `The ConfigMap still tells the services ${flag}.`,
          help: 'Set both to the same.',
          related: [{ at, message: `still ${flag}` }],
        };
      }
    }
  },
});
