import { dnsLabel, dnsSubdomain, type NameProblem, qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { textIn } from '../manifest-node.ts';
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
  'networking/v1.IngressClassParametersReference': { apiGroup: dnsSubdomain },
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
        const name = textIn(node.value, field);
        const problem = name === undefined ? undefined : grammar(name);
        if (problem !== undefined) {
          yield refuse(
            node,
            field,
            `${field} ${showText(name!)} ${problem}`,
            'Write a name that keeps to this.',
          );
        }
      }
    },
  },
];
