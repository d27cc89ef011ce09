import type { JsonValue } from '../../model/json-value.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { qualifiedName } from '../grammar/names.ts';
import { parseQuantity } from '../grammar/quantity.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { type ManifestNode, mapIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText, showValue } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const ON = ['core/v1.ResourceRequirements'];
const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'resource-name',
    on: ON,
    source: `ValidateContainerResourceName in ${CORE}`,
    *check(node) {
      if (!isOfContainer(node)) return;
      for (const field of ['limits', 'requests']) {
        for (const name of Object.keys(mapIn(node.value, field) ?? {})) {
          const problem = qualifiedName(name);
          if (problem === undefined && (isStandard(name) || isOwn(name))) continue;
          const meant = OTHER_NAMES[name.toLowerCase()] ?? nearestName(name, knownNames(STANDARD));
          yield refuse(
            node,
            [field, name],
            `${showText(name)} is no resource of a container`,
            meant === undefined
              ? 'Write cpu, memory, ephemeral-storage, or a name with a domain such as nvidia.com/gpu.'
              : `Write "${meant}".`,
            { part: 'key', ...(meant === undefined ? {} : { mend: { how: 'rename' as const, to: meant } }) },
          );
        }
      }
    },
  },
  {
    id: 'request-above-limit',
    on: ON,
    source: `validateResourceRequirements in ${CORE}`,
    *check(node) {
      const limits = mapIn(node.value, 'limits') ?? {};
      for (const [name, request] of Object.entries(mapIn(node.value, 'requests') ?? {})) {
        const [least, most] = [amount(request), amount(limits[name])];
        if (least === undefined || most === undefined || least <= most) continue;
        yield refuse(
          node,
          ['requests', name],
          `the request of ${name}, ${showAmount(node, request, name)}, is above its limit, ${showAmount(node, limits[name]!, name)}`,
          'Lower the request or raise the limit.',
          { related: [{ at: [...node.path, 'limits', name], problem: 'the limit' }] },
        );
      }
    },
  },
  {
    id: 'resource-negative',
    on: ON,
    source: `ValidateResourceQuantityValue in ${CORE}`,
    *check(node) {
      for (const field of ['limits', 'requests']) {
        for (const [name, value] of Object.entries(mapIn(node.value, field) ?? {})) {
          const parsed = amount(value);
          if (parsed !== undefined && parsed < 0) {
            yield refuse(
              node,
              [field, name],
              `${name} is ${showAmount(node, value, name)}, below 0`,
              'Write a positive amount.',
            );
          }
        }
      }
    },
  },
  {
    id: 'extended-resource',
    on: ON,
    source: `ValidateResourceQuantityValue and IsOvercommitAllowed in ${CORE}`,
    *check(node) {
      if (!isOfContainer(node)) return;
      const [limits, requests] = [mapIn(node.value, 'limits') ?? {}, mapIn(node.value, 'requests') ?? {}];
      for (const name of new Set([...Object.keys(limits), ...Object.keys(requests)])) {
        if (!isOwn(name) && !name.startsWith('hugepages-')) continue;
        const [limit, request] = [amount(limits[name]), amount(requests[name])];
        const odd = [limit, request].findIndex((value) => value !== undefined && !Number.isInteger(value));
        if (odd >= 0) {
          const [field, written] =
            odd === 0 ? (['limits', limits[name]] as const) : (['requests', requests[name]] as const);
          yield refuse(
            node,
            [field, name],
            `${name} is ${String(written)}, and only whole ones can be had`,
            'Write a whole number.',
          );
        } else if (request !== undefined && limit === undefined) {
          yield refuse(
            node,
            ['requests', name],
            `${name} has a request without a limit`,
            'Write the same amount as its limit.',
          );
        } else if (request !== undefined && limit !== undefined && request < limit) {
          yield refuse(
            node,
            ['requests', name],
            `${name} has a request that differs from its limit`,
            'Write the same amount for both.',
          );
        }
      }
    },
  },
  {
    id: 'memory-in-thousandths',
    on: ON,
    source: 'pkg/api/pod/warnings.go, warningsForPodSpecAndMeta: fractional byte value',
    *check(node) {
      for (const field of ['limits', 'requests']) {
        const value = mapIn(node.value, field)?.memory;
        const parsed = amount(value);
        if (parsed === undefined || Number.isInteger(parsed) || typeof value !== 'string') continue;
        yield {
          ...refuse(
            node,
            [field, 'memory'],
            `memory is ${showText(value)}, less than whole bytes`,
            'Write "Mi" for mebibytes.',
          ),
          severity: 'warning',
          why: '"m" means thousandths: the container gets next to nothing and is killed.',
        };
      }
    },
  },
];

const OTHER_NAMES: Readonly<Record<string, string>> = {
  mem: 'memory',
  cpus: 'cpu',
  ram: 'memory',
  storage: 'ephemeral-storage',
  disk: 'ephemeral-storage',
  gpu: 'nvidia.com/gpu',
};

/** Claims for volumes have resources of their own kind. */
function isOfContainer({ parent }: ManifestNode): boolean {
  return parent?.type === 'core/v1.Container';
}

function isStandard(name: string): boolean {
  return STANDARD.includes(name) || name.startsWith('hugepages-');
}

/** A resource of a device plugin: with a domain that is not Kubernetes' own. */
function isOwn(name: string): boolean {
  return name.includes('/');
}

function amount(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}

function showAmount(node: ManifestNode, value: JsonValue, name: string): string {
  return showValue(value, [...node.path, name], node.manifest);
}
