import { headerName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, mapIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'probe-success-threshold',
    on: ['core/v1.Container'],
    source: `validateLivenessProbe and validateStartupProbe in ${CORE}`,
    *check(node) {
      for (const field of ['livenessProbe', 'startupProbe']) {
        const threshold = numberIn(mapIn(node.value, field), 'successThreshold');
        if (threshold === undefined || threshold <= 1) continue;
        yield refuse(
          node,
          [field, 'successThreshold'],
          `successThreshold of ${field} is ${threshold}, and must be 1`,
          'Write 1, or remove it; only a readinessProbe may have more.',
        );
      }
    },
  },
  {
    id: 'readiness-grace-period',
    on: ['core/v1.Container'],
    source: `validateReadinessProbe in ${CORE}`,
    *check(node) {
      if (fieldOf(mapIn(node.value, 'readinessProbe'), 'terminationGracePeriodSeconds') === undefined) return;
      yield refuse(
        node,
        ['readinessProbe', 'terminationGracePeriodSeconds'],
        'a readinessProbe ends no container, so it has no terminationGracePeriodSeconds',
        'Remove it.',
        { part: 'key' },
      );
    },
  },
  {
    id: 'http-header-name',
    on: ['core/v1.HTTPHeader'],
    source: `validateHTTPGetAction in ${CORE}`,
    *check(node) {
      const name = textIn(node.value, 'name');
      const problem = name === undefined ? undefined : headerName(name);
      if (problem !== undefined)
        yield refuse(
          node,
          'name',
          `header name ${showText(name!)} ${problem}`,
          'Write a name such as "X-Probe".',
        );
    },
  },
  {
    id: 'sleep-within-grace-period',
    on: ['core/v1.PodSpec'],
    source: `validateSleepAction in ${CORE}`,
    *check(node) {
      const grace = numberIn(node.value, 'terminationGracePeriodSeconds') ?? 30;
      for (const list of ['containers', 'initContainers']) {
        for (const [i, container] of Object.entries(
          Array.isArray(node.value[list]) ? node.value[list] : [],
        )) {
          for (const hook of ['preStop', 'postStart']) {
            const seconds = numberIn(mapIn(mapIn(mapIn(container, 'lifecycle'), hook), 'sleep'), 'seconds');
            if (
              seconds === undefined ||
              (seconds > 0 && seconds <= grace) ||
              (seconds === 0 && node.minor >= 33)
            )
              continue;
            yield refuse(
              node,
              [list, Number(i), 'lifecycle', hook, 'sleep', 'seconds'],
              `sleep of ${seconds} s does not fit into the grace period of ${grace} s`,
              'Raise terminationGracePeriodSeconds above it.',
            );
          }
        }
      }
    },
  },
];
