import type { OssaValues } from '../../charts/ossa-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';

const ZONES = ['highAvailability', 'multiZone', 'zones'];

export const rule = defineRule({
  id: 'ossa/zones-limit',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A zone is listed twice.',
    why: 'Each entry of the list is a preference of its own, the first the strongest. A zone that is there twice gets both weights, and draws the pods together that should be spread; most likely another zone was meant. More than ten zones are reported by the schema: the weight would fall to 0, which Kubernetes rejects.',
    source:
      '_helpers.tpl of the chart (ossa.multiZoneAffinity); Kubernetes API reference, PreferredSchedulingTerm.',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        values: 'highAvailability:\n  multiZone:\n    zones: [eu-central-1a, eu-central-1b, eu-central-1a]\n',
      },
      {
        chart: 'ossa',
        values:
          'highAvailability:\n  multiZone:\n    zones:\n      - europe-west3-a\n      - europe-west3-a\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        values: 'highAvailability:\n  multiZone:\n    zones: [eu-central-1a, eu-central-1b]\n',
      },
      {
        chart: 'ossa',
        values: 'highAvailability:\n  enabled: false\n  multiZone:\n    zones: [a, a]\n',
      },
    ],
  },
  *check(release) {
    const { highAvailability } = chartValues<OssaValues>(release);
    const zones: readonly unknown[] | undefined = highAvailability?.multiZone?.zones;
    if (highAvailability?.enabled !== true || highAvailability.multiZone?.enabled !== true) return;
    if (zones === undefined || !Array.isArray(zones)) return;
    for (const [i, zone] of zones.entries()) {
      const first = zones.indexOf(zone);
      if (first === i) continue;
      yield {
        at: [...ZONES, i],
        problem: `The zone ${valueText(zone)} is listed twice`,
        why: 'It gets the weight of both places and draws the pods together.',
        help: 'Name another zone or remove it.',
        related: [{ at: [...ZONES, first], message: 'listed here before' }],
      };
    }
  },
});
