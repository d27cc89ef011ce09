import type { OssaValues } from '../../charts/ossa-values.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

const TARGET = ['ossa', 'uptime', 'target'];
const HA = ['highAvailability'];
/** Makes the alerts on which the README's monitoring of the target rests. */
const WATCH = ['monitoring', 'prometheus', 'enabled'];
/** From here on, the restart of a node or zone may not be felt: 8.8 hours a year. */
const HIGH = 99.9;

export const rule = defineRule({
  id: 'ossa/uptime-needs-ha',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A high uptime target, and the settings that are to make it possible are off.',
    why: 'The target is a note on the objects. Disruption budgets keep node drains from ending all pods of a service, anti-affinity and several zones keep one failure from taking them all, and the alerts of monitoring.prometheus tell when the target is missed. In production, where the chart promises 99.97%, and wherever a file itself sets a target from 99.9% on, they have to be on. How many pods there are is the business of production-replica-floor.',
    source:
      'High Availability in the OSSA README; annotations in its Chart.yaml; pdb.yaml and _helpers.tpl of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        values: 'global:\n  environment: production\nhighAvailability:\n  enabled: false\n',
      },
      {
        chart: 'ossa',
        values: 'global:\n  environment: production\nmonitoring:\n  prometheus:\n    enabled: false\n',
      },
      {
        chart: 'ossa',
        values:
          'ossa:\n  uptime:\n    target: 99.95%\nhighAvailability:\n  multiZone:\n    zones: [eu-central-1a]\n',
      },
    ],
    good: [
      { chart: 'ossa', values: 'global:\n  environment: production\n' },
      { chart: 'ossa', values: 'highAvailability:\n  enabled: false\n' },
      {
        chart: 'ossa',
        values: 'ossa:\n  uptime:\n    target: 99%\nhighAvailability:\n  enabled: false\n',
      },
    ],
  },
  *check(release) {
    const { ossa, highAvailability } = chartValues<OssaValues>(release);
    const target = ossa?.uptime?.target;
    const percent = typeof target === 'string' ? Number(/^([\d.]+)%$/.exec(target)?.[1]) : Number.NaN;
    if (!(percent >= HIGH) || !isMeant(release)) return;
    const off = [...missing(highAvailability), ...unwatched(release)];
    if (off.length === 0) return;
    const at = off.find(({ path }) => isUserWritten(release, path))?.path ?? off[0]!.path;
    const isUnwatchedOnly = off.every(({ path }) => path === WATCH);
    yield {
      at,
      ...(isUnwatchedOnly ? { severity: 'info' as const } : {}),
      problem: `The uptime target is ${valueText(target)}, but ${listWords(off.map(({ what }) => what))}`,
      why: isUnwatchedOnly
        ? 'Without its alerts nobody sees when it is missed.'
        : 'One node or zone can take a whole service down.',
      help: 'Turn it on, or lower ossa.uptime.target.',
      related: [
        { at: TARGET, message: `the target is ${valueText(target)}` },
        ...off.filter(({ path }) => path !== at).map(({ path, what }) => ({ at: path, message: what })),
      ],
    };
  },
});

/** The default target is no promise of anybody, except in production. */
function isMeant(release: Release): boolean {
  return release.roles.environment === 'production' || isUserWritten(release, TARGET);
}

function unwatched({ values }: Release): { path: ValuesPath; what: string }[] {
  return valueAt(values.data, WATCH) === false ? [{ path: WATCH, what: 'monitoring.prometheus is off' }] : [];
}

function missing(settings: OssaValues['highAvailability']): { path: ValuesPath; what: string }[] {
  if (settings?.enabled === false) return [{ path: [...HA, 'enabled'], what: 'highAvailability is off' }];
  const { podDisruptionBudgets, antiAffinity, multiZone } = settings ?? {};
  const off = [];
  if (podDisruptionBudgets?.enabled === false) {
    off.push({ path: [...HA, 'podDisruptionBudgets', 'enabled'], what: 'there are no disruption budgets' });
  }
  if (antiAffinity?.enabled === false) {
    off.push({ path: [...HA, 'antiAffinity', 'enabled'], what: 'anti-affinity is off' });
  }
  if (multiZone?.enabled === false) {
    off.push({ path: [...HA, 'multiZone', 'enabled'], what: 'zones are not used' });
  } else if (Array.isArray(multiZone?.zones) && multiZone.zones.length === 1) {
    off.push({ path: [...HA, 'multiZone', 'zones'], what: 'only one zone is used' });
  }
  return off;
}
