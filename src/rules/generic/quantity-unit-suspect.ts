import { formatPath } from '../../model/format-path.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { parseQuantity } from '../parse-quantity.ts';

/** More cores than one machine has: 500 without a unit means 500 cores. */
const MOST_CORES = 256;
const MEBI = 2 ** 20;

export const rule = defineRule({
  id: 'quantity-unit-suspect',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'The unit of a CPU or memory amount makes no sense: milli-bytes, a few bytes, hundreds of cores.',
    why: 'Kubernetes accepts `memory: 512m` and takes it for half a byte, `memory: 512` for 512 bytes and `cpu: 500` for 500 cores. The container is killed at its start, or no node is large enough for the pod and it stays Pending.',
    source:
      'Kubernetes documentation, Resource Management for Pods and Containers, "Memory resource units" (which warns of `400m`).',
  },
  examples: {
    bad: [
      { values: 'resources:\n  limits:\n    memory: 512m\n' },
      { values: 'resources:\n  requests:\n    memory: 512\n    cpu: 500\n' },
    ],
    good: [
      { values: 'resources:\n  requests:\n    memory: 536870912\n    cpu: 500m\n' },
      { values: 'resources:\n  limits:\n    cpu: 64\n    memory: 512M\n' },
    ],
  },
  *check(release) {
    for (const { path, value, active } of release.roles.resources) {
      if (!active) continue;
      for (const part of ['requests', 'limits']) {
        for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
          const amount = valueAt(value, [part, name]);
          const problem = amount === undefined ? undefined : suspect(name, amount);
          if (problem === undefined) continue;
          const at = [...path, part, name];
          yield {
            at,
            message: `${formatPath(at)} is "${amount}", which means ${problem.meaning}: ${problem.effect}. Write "${problem.better}" if that is meant.`,
            fix: { title: `Write ${problem.better}`, safe: false, replace: [{ at, text: problem.better }] },
          };
        }
      }
    }
  },
});

interface Suspicion {
  readonly meaning: string;
  readonly effect: string;
  readonly better: string;
}

function suspect(name: string, value: JsonValue): Suspicion | undefined {
  const quantity = parseQuantity(value);
  if (quantity === undefined || quantity.amount <= 0) return undefined;
  const { amount, digits, suffix } = quantity;
  if (name === 'cpu') {
    if (amount <= MOST_CORES || /[eE]/.test(String(value))) return undefined;
    return {
      meaning: `${digits}${suffix} cores`,
      effect: 'no node has that many, so the pod stays Pending',
      better: `${digits}m`,
    };
  }
  const effect =
    name === 'memory'
      ? 'no process fits into that and the container is killed'
      : 'the pod is evicted at once';
  if (suffix === 'm') return { meaning: 'thousandths of a byte', effect, better: `${digits}Mi` };
  if (suffix === '' && amount < MEBI) return { meaning: `${digits} bytes`, effect, better: `${digits}Mi` };
  return undefined;
}
