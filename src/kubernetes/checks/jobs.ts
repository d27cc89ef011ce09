import { cronProblem } from '../grammar/cron.ts';
import { timeZone } from '../grammar/time-zone.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, mapIn, mapsIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const BATCH = 'pkg/apis/batch/validation/validation.go';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'cron-schedule',
    on: ['batch/v1.CronJobSpec'],
    source: `validateScheduleFormat in ${BATCH}; github.com/robfig/cron/v3 ParseStandard`,
    *check(node) {
      const schedule = textIn(node.value, 'schedule');
      if (schedule === undefined) return;
      if (schedule.includes('TZ')) {
        yield refuse(
          node,
          'schedule',
          `schedule ${showText(schedule)} names a time zone`,
          'Write the zone as "timeZone".',
        );
        return;
      }
      const problem = cronProblem(schedule);
      if (problem !== undefined)
        yield refuse(
          node,
          'schedule',
          `schedule ${showText(schedule)} ${problem}`,
          'Write 5 fields such as "*/15 2 * * 1-5".',
        );
    },
  },
  {
    id: 'cron-time-zone',
    on: ['batch/v1.CronJobSpec'],
    source: `validateTimeZone in ${BATCH}`,
    *check(node) {
      const zone = fieldOf(node.value, 'timeZone');
      if (typeof zone !== 'string') return;
      const known = zone === 'Local' ? undefined : timeZone(zone);
      if (known === zone) return;
      yield refuse(
        node,
        'timeZone',
        `timeZone ${showText(zone)} is in no list of time zones`,
        known === undefined ? 'Write a name such as "Europe/Berlin" or "Etc/UTC".' : `Write "${known}".`,
        known === undefined ? {} : { mend: { how: 'replace', by: known } },
      );
    },
  },
  {
    id: 'indexed-completions',
    on: ['batch/v1.JobSpec'],
    source: `validateJobSpec in ${BATCH}`,
    *check(node) {
      const isIndexed = node.value.completionMode === 'Indexed';
      if (isIndexed && numberIn(node.value, 'completions') === undefined) {
        yield refuse(
          node,
          'completionMode',
          'completionMode "Indexed" needs "completions"',
          'Add the number of completions.',
        );
      }
      for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']) {
        if (isIndexed || fieldOf(node.value, field) === undefined) continue;
        yield refuse(
          node,
          field,
          `${field} needs completionMode "Indexed"`,
          'Write completionMode: Indexed, or remove it.',
          { part: 'key' },
        );
      }
      if (
        fieldOf(node.value, 'maxFailedIndexes') !== undefined &&
        fieldOf(node.value, 'backoffLimitPerIndex') === undefined
      ) {
        yield refuse(
          node,
          'maxFailedIndexes',
          'maxFailedIndexes needs "backoffLimitPerIndex"',
          'Add backoffLimitPerIndex.',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'failure-policy-restart',
    on: ['batch/v1.JobSpec'],
    source: `validateJobSpec and validatePodFailurePolicy in ${BATCH}`,
    *check(node) {
      const policy = mapIn(node.value, 'podFailurePolicy');
      if (!policy) return;
      const pod = mapIn(mapIn(node.value, 'template'), 'spec');
      if (textIn(pod, 'restartPolicy') === 'OnFailure') {
        yield refuse(
          node,
          ['template', 'spec', 'restartPolicy'],
          'podFailurePolicy needs restartPolicy "Never"',
          'Write "Never".',
        );
      }
      if (node.value.podReplacementPolicy === 'TerminatingOrFailed') {
        yield refuse(
          node,
          'podReplacementPolicy',
          'podFailurePolicy needs podReplacementPolicy "Failed"',
          'Write "Failed", or remove it.',
        );
      }
      const names = new Set(
        [...mapsIn(pod, 'containers'), ...mapsIn(pod, 'initContainers')].map(
          ([, container]) => container.name,
        ),
      );
      for (const [i, rule] of mapsIn(policy, 'rules')) {
        const [codes, conditions] = [fieldOf(rule, 'onExitCodes'), fieldOf(rule, 'onPodConditions')];
        const hasConditions = Array.isArray(conditions) && conditions.length > 0;
        if ((codes !== undefined) === hasConditions) {
          yield refuse(
            node,
            ['podFailurePolicy', 'rules', i],
            'a rule has either "onExitCodes" or "onPodConditions"',
            'Keep one of them.',
          );
        }
        const container = textIn(mapIn(rule, 'onExitCodes'), 'containerName');
        if (container !== undefined && !names.has(container)) {
          yield refuse(
            node,
            ['podFailurePolicy', 'rules', i, 'onExitCodes', 'containerName'],
            `the pod has no container ${showText(container)}`,
            'Write the name of a container.',
          );
        }
      }
    },
  },
  {
    id: 'exit-codes',
    on: ['batch/v1.PodFailurePolicyOnExitCodesRequirement'],
    source: `validatePodFailurePolicyRuleOnExitCodes in ${BATCH}`,
    *check(node) {
      const values = Array.isArray(node.value.values) ? node.value.values : [];
      for (const [i, value] of values.entries()) {
        if (value === 0 && node.value.operator === 'In')
          yield refuse(
            node,
            ['values', i],
            'exit code 0 is success, and no failure can have it',
            'Remove the 0.',
          );
      }
    },
  },
];
