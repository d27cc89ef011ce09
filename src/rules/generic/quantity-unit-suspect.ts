import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { childOf, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { suspectUnit } from '../suspect-unit.ts';

export const rule = defineRule({
  id: 'quantity-unit-suspect',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  whenRendered: 'yields',
  docs: {
    summary:
      'The unit of an amount of CPU, memory or storage makes no sense: milli-bytes, a few bytes, hundreds of cores.',
    why: 'Kubernetes accepts `memory: 512m` and takes it for half a byte, `memory: 512` for 512 bytes and `cpu: 500` for 500 cores. The container is killed at its start, or no node is large enough for the pod and it stays Pending. A volume of 10 bytes is the smallest that the storage has.',
    source:
      'Kubernetes documentation, Resource Management for Pods and Containers, "Memory resource units" (which warns of `400m`).',
  },
  examples: {
    bad: [
      { values: 'resources:\n  limits:\n    memory: 512m\n' },
      { values: 'resources:\n  requests:\n    memory: 512\n    cpu: 500\n' },
      { values: 'persistence:\n  enabled: true\n  size: 10\n' },
    ],
    good: [
      { values: 'persistence:\n  enabled: false\n  size: 10\n' },
      { values: 'resources:\n  requests:\n    memory: 536870912\n    cpu: 500m\n' },
      { values: 'resources:\n  limits:\n    cpu: 64\n    memory: 512M\n' },
    ],
  },
  *check(release) {
    for (const { settings, enabled, active } of release.roles.persistence) {
      const at = settings.find((path) => path.at(-1) === 'size');
      if (!enabled || !active || at === undefined) continue;
      yield* suspect(at, 'storage', valueAt(release.values.data, at));
    }
    for (const { path, value, active } of release.roles.resources) {
      if (!active) continue;
      for (const part of ['requests', 'limits']) {
        for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
          const amount = childOf(value[part], name);
          if (suspectUnit(name, amount) !== undefined) yield* suspect([...path, part, name], name, amount);
        }
      }
    }
  },
});

function* suspect(at: ValuesPath, name: string, amount: JsonValue | undefined): Iterable<Fact> {
  const problem = amount === undefined ? undefined : suspectUnit(name, amount);
  if (problem === undefined) return;
  yield {
    at,
    problem: `${formatPath(at)} is ${valueText(amount)}, which means ${problem.meaning}`,
    why: problem.effect,
    help: `Write "${problem.better}" if that is meant.`,
    fix: { title: `Write ${problem.better}`, safe: false, replace: [{ at, text: problem.better }] },
  };
}
