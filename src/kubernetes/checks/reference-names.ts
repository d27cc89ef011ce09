import { dnsLabel, dnsSubdomain, type NameProblem, pathSegment, qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { valuesIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

type Grammar = (name: string) => NameProblem;

/** Fields that hold names of a certain grammar, by type. */
const NAMES: Readonly<Record<string, Readonly<Record<string, Grammar>>>> = {
  'apps/v1.StatefulSetSpec': { serviceName: dnsLabel },
  'node/v1.RuntimeClass': { handler: dnsLabel },
  'core/v1.EndpointPort': { name: dnsLabel },
  'discovery/v1.EndpointPort': { name: dnsLabel },
  'core/v1.TopologySelectorLabelRequirement': { key: qualifiedName },
  'networking/v1.IngressClassParametersReference': {
    apiGroup: dnsSubdomain,
    kind: pathSegment,
    name: pathSegment,
  },
  'rbac/v1.RoleRef': { name: pathSegment },
  'core/v1.PodAffinityTerm': { namespaces: dnsLabel },
  'autoscaling/v2.ContainerResourceMetricSource': { container: dnsLabel },
  'core/v1.PodReadinessGate': { conditionType: qualifiedName },
  'core/v1.PodSchedulingGate': { name: qualifiedName },
  'storage/v1.StorageClass': { provisioner: (name) => qualifiedName(name.toLowerCase()) },
};
/** Older versions take any name of a service here. */
const SINCE: Readonly<Record<string, number>> = { 'apps/v1.StatefulSetSpec': 34 };

export const checks: readonly ManifestCheck[] = [
  {
    id: 'name-grammar',
    on: Object.keys(NAMES),
    source:
      'ValidateDNS1123Label, ValidateDNS1123Subdomain and ValidateQualifiedName in pkg/apis/*/validation',
    *check(node) {
      if (node.minor < (SINCE[node.type] ?? 0)) return;
      for (const [field, grammar] of Object.entries(NAMES[node.type]!)) {
        for (const { way, name, value } of valuesIn(node.value, field)) {
          const problem = typeof value === 'string' && value !== '' ? grammar(value) : undefined;
          if (problem === undefined) continue;
          const subject = `${name} ${showText(String(value))}`;
          yield refuse(node, way, `${subject} ${problem}`, 'Write a name that keeps to this.');
        }
      }
    },
  },
];
