import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { shownValue } from '../shown-value.ts';
import { editedPath } from '../written.ts';

const INTERVAL = ['secretRotation', 'defaultRotationIntervalDays'];
const THRESHOLD = ['secretRotation', 'notificationThresholdDays'];
const CHECK = ['secretRotation', 'checkIntervalMinutes'];
const MINUTES_PER_DAY = 1440;

export const rule = defineRule({
  id: 'hotswap/rotation-threshold',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The notice before a rotation, or the check for it, does not fit into the rotation interval.',
    why: 'A notice that is due as many days before the rotation as the interval has, or more, is due all the time, and nobody reads it any more. A check that runs less often than secrets are to be rotated finds them too late.',
    source: 'secretRotation in the values.yaml of the chart; configmap.yaml.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'secretRotation:\n  defaultRotationIntervalDays: 7\n' },
      {
        chart: 'hotswap',
        values:
          'secretRotation:\n  checkIntervalMinutes: 4320\n  defaultRotationIntervalDays: 2\n  notificationThresholdDays: 1\n',
      },
    ],
    good: [
      {
        chart: 'hotswap',
        values: 'secretRotation:\n  defaultRotationIntervalDays: 30\n  notificationThresholdDays: 3\n',
      },
      {
        chart: 'hotswap',
        values: 'secretRotation:\n  enabled: false\n  defaultRotationIntervalDays: 7\n',
      },
    ],
  },
  *check(release) {
    const rotation = chartValues<HotswapValues>(release).secretRotation;
    const interval = rotation?.defaultRotationIntervalDays;
    if (rotation?.enabled !== true || typeof interval !== 'number' || interval < 1) return;
    const threshold = rotation.notificationThresholdDays;
    if (typeof threshold === 'number' && threshold >= interval) {
      const at = editedPath(release, [THRESHOLD, INTERVAL]);
      yield {
        at,
        problem: `secretRotation.notificationThresholdDays is ${shownValue(release, THRESHOLD, threshold)} and secrets are rotated every ${days(interval)}`,
        why: 'The notice is due all the time.',
        help: 'Keep the threshold well below the interval.',
        related: [
          at === THRESHOLD
            ? { at: INTERVAL, message: `the interval is ${days(interval)}` }
            : { at: THRESHOLD, message: `the threshold is ${days(threshold)}` },
        ],
      };
    }
    const check = rotation.checkIntervalMinutes;
    if (typeof check !== 'number' || check <= interval * MINUTES_PER_DAY) return;
    const at = editedPath(release, [CHECK, INTERVAL]);
    yield {
      at,
      problem: `secretRotation.checkIntervalMinutes is ${shownValue(release, CHECK, check)} and secrets are to be rotated every ${interval * MINUTES_PER_DAY} minutes (${days(interval)})`,
      why: 'They are rotated too late.',
      help: 'Check more often; 60 is the default.',
      related: [
        at === CHECK
          ? { at: INTERVAL, message: `the interval is ${days(interval)}` }
          : { at: CHECK, message: `checked every ${check} minutes` },
      ],
    };
  },
});

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
