import type { JsonValue } from '../../model/json-value.ts';
import { qualifiedName } from '../grammar/names.ts';
import { parseQuantity } from '../grammar/quantity.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { mapIn, mapsIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
/** standardQuotaResources in pkg/apis/core/helper/helpers.go. */
const QUOTA = new Set([
  ...['cpu', 'memory', 'ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.storage'],
  ...['requests.ephemeral-storage', 'limits.cpu', 'limits.memory', 'limits.ephemeral-storage', 'pods'],
  ...[
    'resourcequotas',
    'services',
    'replicationcontrollers',
    'secrets',
    'persistentvolumeclaims',
    'configmaps',
  ],
  ...['services.nodeports', 'services.loadbalancers'],
]);
const COUNTED = new Set([
  'pods',
  'services',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'resourcequotas',
  'replicationcontrollers',
  'services.nodeports',
  'services.loadbalancers',
]);
const LIMITED: Readonly<Record<string, readonly string[]>> = {
  Container: ['cpu', 'memory', 'ephemeral-storage'],
  Pod: ['cpu', 'memory', 'ephemeral-storage'],
  PersistentVolumeClaim: ['storage'],
};
/** The first may not be above the second. */
const ORDER = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['defaultRequest', 'max'],
  ['defaultRequest', 'default'],
  ['min', 'default'],
  ['default', 'max'],
] as const;

export const checks: readonly ManifestCheck[] = [
  {
    id: 'quota-resource',
    on: ['core/v1.ResourceQuotaSpec'],
    source: `ValidateResourceQuotaResourceName in ${CORE}`,
    *check(node) {
      for (const [name, value] of Object.entries(mapIn(node.value, 'hard') ?? {})) {
        const problem = qualifiedName(name);
        if (
          problem !== undefined ||
          (!name.includes('/') && !QUOTA.has(name) && !/^(requests\.)?hugepages-/.test(name))
        ) {
          yield refuse(
            node,
            ['hard', name],
            `${showText(name)} is nothing that a quota can limit`,
            'Write requests.cpu, limits.memory, pods, count/deployments.apps or the like.',
            { part: 'key' },
          );
        }
        const parsed = amount(value);
        const isCounted = name.startsWith('count/') || COUNTED.has(name);
        if (parsed !== undefined && isCounted && !Number.isInteger(parsed)) {
          yield refuse(
            node,
            ['hard', name],
            `${name} is ${String(value)}, and only whole ones are counted`,
            'Write a whole number.',
          );
        }
        if (parsed !== undefined && parsed < 0)
          yield refuse(
            node,
            ['hard', name],
            `${name} is ${String(value)}, below 0`,
            'Write a positive amount.',
          );
      }
    },
  },
  {
    id: 'limit-range-resource',
    on: ['core/v1.LimitRangeItem'],
    source: `validateLimitRangeResourceName in ${CORE}`,
    *check(node) {
      const known = typeof node.value.type === 'string' ? LIMITED[node.value.type] : undefined;
      if (!known || node.value.type === 'PersistentVolumeClaim') return;
      for (const field of ['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio']) {
        for (const name of Object.keys(mapIn(node.value, field) ?? {})) {
          if (
            known.includes(name) ||
            (name.includes('/') && qualifiedName(name) === undefined) ||
            name.startsWith('hugepages-')
          )
            continue;
          yield refuse(
            node,
            [field, name],
            `${showText(name)} is no resource of a ${String(node.value.type)}`,
            `Write ${known.join(', ')}.`,
            { part: 'key' },
          );
        }
      }
    },
  },
  {
    id: 'limit-range-type',
    on: ['core/v1.LimitRangeItem'],
    source: `validateLimitRangeTypeName in ${CORE}`,
    *check(node) {
      const { type } = node.value;
      if (typeof type !== 'string' || type === '' || Object.hasOwn(LIMITED, type)) return;
      if (type.includes('/') && qualifiedName(type) === undefined) return;
      yield refuse(
        node,
        'type',
        `type is ${showText(type)}, which is nothing that can be limited`,
        'Write "Container", "Pod" or "PersistentVolumeClaim".',
      );
    },
  },
  {
    id: 'limit-range-order',
    on: ['core/v1.LimitRangeItem'],
    source: `ValidateLimitRange in ${CORE}`,
    *check(node) {
      for (const [low, high] of ORDER) {
        for (const [name, value] of Object.entries(mapIn(node.value, low) ?? {})) {
          const [least, most] = [amount(value), amount(mapIn(node.value, high)?.[name])];
          if (least === undefined || most === undefined || least <= most) continue;
          yield refuse(
            node,
            [low, name],
            `${low} of ${name}, ${String(value)}, is above its ${high}`,
            'Lower the one or raise the other.',
            {
              related: [{ at: [...node.path, high, name], problem: high }],
            },
          );
        }
      }
    },
  },
  {
    id: 'limit-range-types-twice',
    on: ['core/v1.LimitRangeSpec'],
    source: `ValidateLimitRange in ${CORE}`,
    *check(node) {
      const seen = new Set<unknown>();
      for (const [i, item] of mapsIn(node.value, 'limits')) {
        if (seen.has(item.type))
          yield refuse(
            node,
            ['limits', i, 'type'],
            `two limits are of type ${String(item.type)}`,
            'Make them one.',
          );
        seen.add(item.type);
        if (item.type !== 'Pod') continue;
        for (const field of ['default', 'defaultRequest']) {
          if (Object.keys(mapIn(item, field) ?? {}).length > 0)
            yield refuse(
              node,
              ['limits', i, field],
              `limits of type Pod have no "${field}"`,
              'Write it for type Container.',
              { part: 'key' },
            );
        }
      }
    },
  },
];

function amount(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}
