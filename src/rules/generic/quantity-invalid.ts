import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { valueAt } from '../../model/values-path.ts';
import { parseQuantity } from '../parse-quantity.ts';

/** What people write after a number, and what Kubernetes calls it. */
const UNITS = new Map(
  Object.entries({
    b: '',
    byte: '',
    bytes: '',
    kb: 'k',
    mb: 'M',
    gb: 'G',
    tb: 'T',
    kib: 'Ki',
    mib: 'Mi',
    gib: 'Gi',
    tib: 'Ti',
    ki: 'Ki',
    mi: 'Mi',
    gi: 'Gi',
    ti: 'Ti',
    k: 'k',
    g: 'G',
    t: 'T',
    core: '',
    cores: '',
    cpu: '',
    cpus: '',
    vcpu: '',
    vcpus: '',
    millicores: 'm',
    millicore: 'm',
    milli: 'm',
    m: 'm',
  }),
);
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];
const ABBREVIATIONS = new Map([
  ['mem', 'memory'],
  ['ram', 'memory'],
  ['cpus', 'cpu'],
  ['disk', 'ephemeral-storage'],
]);
const KNOWN = knownNames(RESOURCES);

export const rule = defineRule({
  id: 'quantity-invalid',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  whenRendered: 'yields',
  silentAfter: ['schema/pattern', 'schema/type', 'schema/unknown-key', 'schema/enum', 'schema/minimum'],
  docs: {
    summary:
      'An amount of CPU, memory or storage that Kubernetes cannot read, or of a resource that does not exist.',
    why: 'Kubernetes knows `4Gi`, `4G`, `500m` and plain numbers. It refuses `4GB`, `128MiB` and `2 cores`, and with them the whole manifest; it refuses or ignores a resource such as `mem`.',
    source:
      'Kubernetes documentation, Quantity; Resource Management for Pods and Containers. Where the chart renders, the manifests are checked instead.',
  },
  examples: {
    bad: [
      { values: 'resources:\n  limits:\n    memory: 4GB\n' },
      { values: 'resources:\n  requests:\n    cpu: 2 cores\n    mem: 4Gi\n' },
      { values: 'persistence:\n  enabled: true\n  size: 500GB\n' },
    ],
    good: [
      { values: 'resources:\n  limits:\n    memory: 4G\n    cpu: "1.5"\n    nvidia.com/gpu: 1\n' },
      { values: 'persistence:\n  enabled: true\n  size: 500Gi\n' },
      { values: 'persistence:\n  enabled: true\n  size: "{{ .Values.global.size }}"\n' },
    ],
  },
  *check(release) {
    const { resources, persistence } = release.roles;
    for (const { path, value, active } of resources) {
      if (!active) continue;
      for (const part of ['requests', 'limits']) {
        const amounts = value[part];
        if (!isJsonObject(amounts)) continue;
        for (const name of Object.keys(amounts)) {
          const amount = amounts[name];
          if (!RESOURCES.includes(name)) yield* unknownResource([...path, part, name], name, amounts);
          else if (isUnreadable(amount)) yield unreadable([...path, part, name], amount);
        }
      }
    }
    for (const { settings, enabled, active } of persistence) {
      if (!enabled || !active) continue;
      const size = settings.find((path) => path.at(-1) === 'size');
      const amount = size === undefined ? undefined : valueAt(release.values.data, size);
      if (size !== undefined && isUnreadable(amount)) yield unreadable(size, amount);
    }
  },
});

/** Whether it is a text that comes to no amount, and no template that may. */
function isUnreadable(amount: JsonValue | undefined): amount is string {
  if (typeof amount !== 'string' || amount === '' || parseQuantity(amount) !== undefined) return false;
  return !/[{}$]/.test(amount);
}

function unreadable(at: ValuesPath, amount: string): Fact {
  const better = meant(amount);
  return {
    at,
    problem: `${formatPath(at)} is "${amount}", which is no amount`,
    why: 'Kubernetes cannot read it and refuses the manifest.',
    help:
      better === undefined
        ? 'Write a number with a unit that Kubernetes knows, such as 500m, 2, 512Mi or 10Gi.'
        : `Write "${better}".`,
    ...(better === undefined
      ? {}
      : { fix: { title: `Write ${better}`, safe: false, replace: [{ at, text: better }] } }),
  };
}

/** `4GB` → `4G`, `128 MiB` → `128Mi`, `1,5` → `1.5`; undefined when that would be a guess. */
function meant(amount: string): string | undefined {
  const [, digits = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*([A-Za-z]*)$/.exec(amount.trim()) ?? [];
  if (digits === '') return undefined;
  const suffix = unit === '' ? '' : UNITS.get(unit.toLowerCase());
  return suffix === undefined ? undefined : `${digits.replace(',', '.')}${suffix}`;
}

function* unknownResource(at: ValuesPath, name: string, amounts: object): Iterable<Fact> {
  // Others have a domain: `nvidia.com/gpu`.
  if (name.includes('/') || name.startsWith('hugepages-')) return;
  const near = ABBREVIATIONS.get(name.toLowerCase()) ?? nearestName(name, KNOWN);
  if (near === undefined || Object.hasOwn(amounts, near)) return;
  yield {
    at,
    part: 'key',
    problem: `${formatPath(at)} is of no resource that Kubernetes has`,
    why: 'Kubernetes refuses a pod that asks for a resource which it does not know.',
    help: `Write "${near}".`,
    fix: { title: `Rename the key to ${near}`, safe: false, replace: [{ at, part: 'key', text: near }] },
  };
}
